/**
 * Dateline as a library: from a folder to feeds in one call (`build`), or step by step: a file's bytes
 * (`readArticle`), its facts with their evidence (`compose`, `explain`), a feed's text (`renderRss`, `renderAtom`,
 * `renderJson`, which take any `Feed` of the `feed` package).
 *
 * Expected trouble is returned as findings, whose words `words` and `describe` know; what is thrown is a defect, or
 * wrong use.
 */
export { type BuildOptions, type BuildReport, build, type EntryReport } from "./build.ts";
export { type CheckOptions, check } from "./check/check.ts";
export type { CheckFinding } from "./check/check-finding.ts";
export { type ComposeContext, compose } from "./compose/compose.ts";
export type { Confidence, Evidence, FactName, Source } from "./compose/evidence.ts";
export type { Moment, Precision, Story } from "./compose/story.ts";
export { explain } from "./explain.ts";
export type { Finding, FindingCode, FindingFacts, Place, Severity } from "./finding.ts";
export type { Entry, Tombstone } from "./ledger/entry.ts";
export { completePublication, readPublication, type TextFile } from "./publication/load.ts";
export type { KnownPerson, LoadedPublication, Person, Publication } from "./publication/publication.ts";
export type { Article, ArticleFormat, Block, Declared, Line, StatedMedia } from "./read/article.ts";
export { readArticle } from "./read/read.ts";
export { renderAtom } from "./render/atom.ts";
export { renderJson } from "./render/json.ts";
export { renderRss } from "./render/rss.ts";
export { describe, type Look, type Words, words } from "./words.ts";
