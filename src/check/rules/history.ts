import type { Rule } from "../rule.ts";
import { inFeed } from "./examples.ts";

const HISTORY = "https://www.rfc-editor.org/rfc/rfc5005";

type HistoryRule = "linkInComplete" | "currentNotSelf" | "pastEnd" | "archiveAlone" | "archiveNoCurrent";

export const historyRules: Readonly<Record<HistoryRule, Rule>> = {
  linkInComplete: {
    id: "fh/link-in-complete",
    severity: "error",
    says: "a complete feed has no other pages, but this one has a link “{rel}”",
    why: "Readers that follow it take entries of another document for part of this one.",
    mend: "Take out <fh:complete/>, or the link.",
    reference: `${HISTORY}#section-2`,
    good: inFeed("<fh:complete/>"),
    bad: inFeed('<fh:complete/><link rel="next" href="https://courier.example/2.xml"/>'),
  },
  currentNotSelf: {
    id: "fh/current-not-self",
    severity: "error",
    says: "a complete feed is its own current document, but its link says {href}",
    why: "Readers subscribe to the other document.",
    mend: "Take out <fh:complete/>, or the link.",
    reference: `${HISTORY}#section-2`,
    good: inFeed('<fh:complete/><link rel="current" href="https://courier.example/atom.xml"/>'),
    bad: inFeed('<fh:complete/><link rel="current" href="https://courier.example/all.xml"/>'),
  },
  pastEnd: {
    id: "fh/past-end",
    severity: "error",
    says: "this is the {end} page, and yet there is a link “{rel}”",
    why: "Readers walk on to pages that don't exist, or in circles.",
    mend: "Leave the link out on this page.",
    reference: `${HISTORY}#section-3`,
    good: inFeed(
      '<link rel="first" href="https://courier.example/atom.xml"/><link rel="next" href="https://courier.example/2.xml"/>',
    ),
    bad: inFeed(
      '<link rel="first" href="https://courier.example/atom.xml"/><link rel="previous" href="https://courier.example/0.xml"/>',
    ),
  },
  archiveAlone: {
    id: "fh/archive-alone",
    severity: "warning",
    says: "an archive without a link to the one before or after it",
    why: "Readers can't walk through the archives.",
    mend: 'Add <link rel="prev-archive" href="ADDRESS"/>.',
    reference: `${HISTORY}#section-4`,
    good: inFeed(
      '<fh:archive/><link rel="prev-archive" href="https://courier.example/1.xml"/><link rel="current" href="https://courier.example/atom.xml"/>',
    ),
    bad: inFeed('<fh:archive/><link rel="current" href="https://courier.example/atom.xml"/>'),
  },
  archiveNoCurrent: {
    id: "fh/archive-no-current",
    severity: "warning",
    says: "an archive without a link to the current feed",
    why: "Whoever finds it subscribes to a document that never changes.",
    mend: 'Add <link rel="current" href="ADDRESS"/>.',
    reference: `${HISTORY}#section-4`,
    good: inFeed(
      '<fh:archive/><link rel="prev-archive" href="https://courier.example/1.xml"/><link rel="current" href="https://courier.example/atom.xml"/>',
    ),
    bad: inFeed('<fh:archive/><link rel="prev-archive" href="https://courier.example/1.xml"/>'),
  },
};
