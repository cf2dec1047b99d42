import type { Child, ElementSpec } from "../element.ts";
import { optional, required } from "../element.ts";
import { plainText } from "../html/plain.ts";
import { structureRules } from "../rules/structure.ts";
import { instant } from "../values/dates.ts";
import { choice, positive } from "../values/plain.ts";
import { absoluteUri } from "../values/uri.ts";
import { empty, many, OPEN } from "./open.ts";

/** FeedSync (Microsoft): changes to entries that several parties share. */
export const SHARING: ElementSpec = {
  attributes: { since: optional(instant), until: optional(instant), expires: optional(instant) },
  children: {
    "sx:related": many(
      empty({
        link: required(absoluteUri),
        title: optional(plainText),
        type: required(choice("complete", "aggregated")),
      }),
    ),
  },
};

export const SYNC: Child = many({
  attributes: {
    id: required(),
    updates: required(positive),
    deleted: optional(choice("true", "false")),
    noconflicts: optional(choice("true", "false")),
  },
  children: {
    "sx:history": many(empty({ sequence: required(positive), when: optional(instant), by: optional() })),
    "sx:conflicts": many(OPEN),
  },
  needs: { "sx:history": structureRules.missing },
});
