import type { Rule } from "../rule.ts";
import { inEntry, inFeed } from "./examples.ts";

const THREADS = "https://www.rfc-editor.org/rfc/rfc4685";

type ThreadRule = "when" | "notReplies" | "deletedRef";

export const threadRules: Readonly<Record<ThreadRule, Rule>> = {
  when: {
    id: "thr/when",
    severity: "error",
    says: "thr:when was the name in a draft; it is thr:updated",
    why: "Readers look for the name of the standard.",
    mend: "Write thr:updated.",
    reference: `${THREADS}#section-4`,
    good: inEntry(
      '<content>Open.</content><link rel="replies" href="https://courier.example/1/c.xml" thr:updated="2026-01-02T03:04:05Z"/>',
    ),
    bad: inEntry(
      '<content>Open.</content><link rel="replies" href="https://courier.example/1/c.xml" thr:when="2026-01-02T03:04:05Z"/>',
    ),
  },
  notReplies: {
    id: "thr/not-replies",
    severity: "error",
    says: "{attribute} belongs to links to replies, not to “{rel}”",
    why: "Readers don't look for it here.",
    mend: 'Write rel="replies", or leave it out.',
    reference: `${THREADS}#section-4`,
    good: inEntry('<content>Open.</content><link rel="replies" href="https://courier.example/1/c.xml" thr:count="3"/>'),
    bad: inEntry('<content>Open.</content><link rel="related" href="https://courier.example/1/c.xml" thr:count="3"/>'),
  },
  deletedRef: {
    id: "at/deleted-entry",
    severity: "error",
    says: "<at:deleted-entry> has no “{attribute}”",
    why: "Readers can't tell which entry is gone, or whether it came back since.",
    mend: "Write the entry's id into ref, and the moment of its removal into when.",
    reference: "https://www.rfc-editor.org/rfc/rfc6721#section-3",
    good: inFeed('<at:deleted-entry ref="https://courier.example/1" when="2026-01-02T03:04:05Z"/>'),
    bad: inFeed('<at:deleted-entry ref="https://courier.example/1"/>'),
  },
};
