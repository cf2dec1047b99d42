import type { FindingFacts } from "../finding.ts";
import { quoted, type Words, type WordsOf } from "./say.ts";

/** The words for what stands in `publication.yaml` and the files of `authors/`. */
export const PUBLICATION_WORDS: WordsOf<"publication"> = {
  "publication/missing": ({ title }) => ({
    wrong: `The publication has no name yet, so its feeds are called ${quoted(title)}.`,
    mend: `Write "title: ${title}" (or its real name) into publication.yaml.`,
  }),
  "publication/no-url": ({ url }) => ({
    wrong: `The publication has no address yet: the links in its feeds begin with ${url} and lead nowhere.`,
    mend: 'Write "url:" and your site\'s address into publication.yaml before anybody subscribes.',
  }),
  "publication/no-picture": ({ address, path }) => ({
    wrong: `Nothing is published at ${address}: no file ${quoted(path)} stands in the data folder.`,
    mend: "Put the picture there, unless something else puts it onto the host.",
  }),
  "publication/encoding": () => ({
    wrong: "Here stands a letter that is not UTF-8.",
    mend: "Save the file as UTF-8.",
  }),
  "publication/syntax": ({ message }) => ({
    wrong: `This is not YAML that can be understood: ${message}.`,
    mend: "Mend the line; put a value in quotes if it has a colon, a # or a bracket in it.",
  }),
  "publication/unknown-field": ({ field, nearest }) => ({
    wrong: `There is no field "${lastOf(field)}".`,
    mend: nearest === undefined ? "Remove it; the README lists the fields there are." : `Did you mean "${nearest}"?`,
  }),
  "publication/ill-typed": illTyped,
};

function illTyped({ field, expected, got, nearest }: FindingFacts["publication/ill-typed"]): Words {
  const name = lastOf(field);
  const subject = field === "" ? "The file" : `"${name}"`;
  const here = got === "nothing" ? "there is nothing" : `here is ${got}`;
  return {
    wrong: `${subject} should hold ${expected}; ${here}.`,
    mend:
      nearest === undefined
        ? `Write ${expected}.`
        : `Did you mean "${field === "" ? nearest : `${name}: ${nearest}`}"?`,
  };
}

function lastOf(field: string): string {
  return field.slice(field.lastIndexOf(".") + 1);
}
