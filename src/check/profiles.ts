import type { CheckFinding } from "./check-finding.ts";
import type { CheckedDocument } from "./cross.ts";
import { digestOf } from "./digest/digest.ts";
import type { Digest } from "./digest/feed-facts.ts";
import type { Profile, Requirement } from "./profile.ts";
import { NEWS_PROFILES } from "./profiles/news.ts";
import { READER_PROFILES } from "./profiles/readers.ts";
import type { Position } from "./reporter.ts";

/** All profiles, by name. */
export const PROFILES: readonly Profile[] = [...NEWS_PROFILES, ...READER_PROFILES].toSorted((a, b) =>
  a.name < b.name ? -1 : 1,
);

/** Whether a feed is ready for a profile. */
export interface ProfileAnswer {
  /** `ready`, or what is missing, in a line. */
  readonly line: string;
  readonly findings: readonly CheckFinding[];
}

const START: Position = { line: 1, column: 1 };

/** Asks a document all that a profile requires and recommends. Of items, the first that fails stands for all. */
export function profileAnswer(profile: Profile, { file, bytes }: CheckedDocument): ProfileAnswer {
  const digest = digestOf(bytes);
  const failed =
    digest === undefined
      ? [{ requirement: UNREADABLE, at: START, count: 1 }]
      : profile.requirements.flatMap((requirement) => failureOf(requirement, digest, bytes.length));
  const findings = failed.map(({ requirement, at, count }): CheckFinding => {
    const { id, isRequired, says, mend } = requirement;
    const others = count > 1 ? ` (${count} items)` : "";
    return {
      rule: `profile/${profile.name}/${id}`,
      severity: isRequired ? "error" : "advice",
      file,
      ...at,
      message: `${profile.title}: ${says}${others}`,
      why: isRequired ? `${profile.title} refuses what lacks it.` : `${profile.title} shows it better with it.`,
      mend,
      reference: profile.source,
    };
  });
  const missing = failed.filter(({ requirement }) => requirement.isRequired).map(({ requirement }) => requirement.says);
  const verdict = missing.length === 0 ? "ready" : `not ready: ${missing.join("; ")}`;
  return { line: `${profile.name}: ${file}: ${verdict}`, findings };
}

const UNREADABLE: Requirement = {
  id: "unreadable",
  isRequired: true,
  says: "this is no feed that can be read",
  mend: "Mend the errors that are reported first.",
};

interface Failure {
  readonly requirement: Requirement;
  readonly at: Position;
  readonly count: number;
}

function failureOf(requirement: Requirement, digest: Digest, bytes: number): Failure[] {
  const { feed, item } = requirement;
  if (feed !== undefined) return feed(digest, bytes) ? [] : [{ requirement, at: START, count: 1 }];
  const failing = item === undefined ? [] : digest.items.filter((one) => !item(one, digest));
  const [first] = failing;
  return first === undefined ? [] : [{ requirement, at: first.at, count: failing.length }];
}
