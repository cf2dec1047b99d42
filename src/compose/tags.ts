import type { Article } from "../read/article.ts";
import { type Evidence, evidence } from "./evidence.ts";
import { folded } from "./wording.ts";

export interface TagsFact {
  readonly tags: readonly string[];
  readonly evidence: readonly Evidence[];
}

/** The keywords of the front matter, else of the page; each once, in the writer's order and spelling. */
export function tagsOf({ matter, meta }: Article): TagsFact {
  const source = matter.tags ?? meta.tags;
  if (source === undefined) return { tags: [], evidence: [] };
  const words = source.value.map(folded);
  const keys = words.map((tag) => tag.toLowerCase());
  const tags = words.filter((tag, index) => tag !== "" && keys.indexOf(tag.toLowerCase()) === index);
  if (tags.length === 0) return { tags, evidence: [] };
  const from = source === matter.tags ? "front-matter" : "meta";
  return { tags, evidence: [evidence("tags", tags.join(", "), from, source.words, source.place, "certain")] };
}
