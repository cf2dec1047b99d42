import { type Finding, finding } from "../finding.ts";
import { licence } from "../publication/licence.ts";
import { USAGES, type Usage } from "../publication/publication.ts";
import type { Article, Stated } from "../read/article.ts";
import { type Evidence, evidence } from "./evidence.ts";

/** Under which terms an article is, as far as it says so itself. */
export interface Terms {
  /** A licence's address. */
  readonly license?: string;
  readonly usage?: Usage;
  readonly evidence: readonly Evidence[];
  readonly findings: readonly Finding[];
}

/** Reads the licence and the terms for machines. What can't be understood is refused: readers would act upon it. */
export function termsOf({ matter }: Article): Terms {
  const { license: stated, permits, prohibits } = matter;
  const read = stated === undefined ? undefined : licence(stated.value);
  const address = read !== undefined && "value" in read ? read.value : undefined;
  const wrong = [permits, prohibits].filter((one) => one !== undefined && !one.value.every(isUsage));
  const findings = [
    ...(stated !== undefined && read !== undefined && "expected" in read ? [illTyped(stated, read.expected)] : []),
    ...wrong.flatMap((one) => (one === undefined ? [] : [illTyped(one, `a list of ${USAGES.join(", ")}`)])),
  ];
  const says = permits !== undefined || prohibits !== undefined;
  return {
    ...(address === undefined ? {} : { license: address }),
    ...(says ? { usage: { permits: permits?.value ?? [], prohibits: prohibits?.value ?? [] } } : {}),
    evidence:
      stated === undefined || address === undefined
        ? []
        : [evidence("license", address, "front-matter", stated.words, stated.place, "certain")],
    findings,
  };
}

function isUsage(word: string): boolean {
  return (USAGES as readonly string[]).includes(word);
}

function illTyped({ key, words, place }: Stated<unknown>, expected: string): Finding {
  return finding("matter/ill-typed", place, { field: key, expected, got: words });
}
