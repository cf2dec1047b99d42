import fc from "fast-check";
import { expect, test } from "vitest";
import { isBalanced } from "../../src/compose/headline/balance.ts";
import { derivedHeadline } from "../../src/compose/headline/derived.ts";
import { zones } from "../../src/compose/zones.ts";
import { effort } from "../support/effort.ts";
import { RUNS } from "../support/runs.ts";
import { article } from "./articles.ts";

function derived(text: string, language = "en"): string | undefined {
  const { head, body, tail } = zones(article([text]));
  return derivedHeadline([...head, ...body, ...tail], language)?.title;
}

test.for([
  ["The mayor resigned on Saturday.", "The mayor resigned on Saturday", "en", "a whole sentence without its stop"],
  [
    "Nobody was hurt. The skipper was told to go home by the police.",
    "Nobody was hurt. The skipper was told to go home by the police",
    "en",
    "a sentence of 16 characters says too little",
  ],
  [
    "Will the ferry ever come back to Larkfield? Nobody knows.",
    "Will the ferry ever come back to Larkfield?",
    "en",
    "a question keeps its mark",
  ],
  [
    "The family has moved back to the U.S. It was unexpected.",
    "The family has moved back to the U.S.",
    "en",
    "so does an abbreviation",
  ],
  [
    "“It rang like a bell,” said Rafael Sandoval. “Then nothing.”",
    "“It rang like a bell,” said Rafael Sandoval",
    "en",
    "a quotation and its speaker",
  ],
  [
    "Vladimir Putin has received assurances ahead of a planned visit to Mongolia that he will not be arrested on an International Criminal Court warrant, according to Bloomberg.",
    "Vladimir Putin has received assurances ahead of a planned visit to Mongolia that he will not be arrested",
    "en",
    "cut before a phrase where no clause ends in time",
  ],
  [
    "The mayor of Port Selby, Edwin Sandoval, resigned on Saturday 7 December, hours before the council was to vote on an inquiry into the sale of a public building.",
    "The mayor of Port Selby, Edwin Sandoval, resigned on Saturday 7 December",
    "en",
    "after a clause, not within a parenthesis",
  ],
  [
    "When somebody smashed the piano in the station at Kestrelmouth with an axe, nobody who was there at the time thought that it would ever be played again.",
    "When somebody smashed the piano in the station at Kestrelmouth with an axe, nobody who was there at the time",
    "en",
    "a clause that only says when is no headline",
  ],
  [
    "Le conseil municipal de Brévières a voté jeudi la construction d’un second quai pour le bac, mettant fin à deux ans de querelle.",
    "Le conseil municipal de Brévières a voté jeudi la construction d’un second quai pour le bac",
    "fr",
    "French",
  ],
  [
    "青石桥议事会星期五通过决定兴建第二座渡轮码头，持续两年的争论就此结束，居民在码头上庆祝到深夜，有人还带来了鼓和旧船上的铜铃。",
    "青石桥议事会星期五通过决定兴建第二座渡轮码头，持续两年的争论就此结束",
    "zh",
    "Chinese: at the writer's comma",
  ],
] as const)("%s → %s (%s, %s)", ([text, title, language]) => {
  expect(derived(text, language)).toBe(title);
});

test("made of the lead's words, of a fitting length, quotations whole, no stop at the end", () => {
  const word = fc.constantFrom(
    ..."the a of and Larkfield Jane said voted ferry, quay; which after on “new “small town” bell,” (AP) (so far) U.S. 12 50% – it’s ‘old’ Thursday. why? 中文的字 ไทย".split(
      " ",
    ),
  );
  fc.assert(
    fc.property(fc.array(word, { minLength: 12, maxLength: 60 }), (words) => {
      const text = words.join(" ");
      const title = derived(text) ?? "";
      expect(title.length).toBeGreaterThan(0);
      expect(title.length).toBeLessThanOrEqual(120);
      expect(title).not.toMatch(/(?:…|[,;:–]|(?<!\.\p{L})\.)$/u);
      expect(isBalanced(title)).toBe(true);
      const plain = (said: string): string[] =>
        said
          .replace(/[^\p{L}\p{N} ]/gu, "")
          .split(" ")
          .filter((one) => one !== "");
      const own = ` ${plain(text).join(" ")} `;
      expect(own).toContain(` ${plain(title).join(" ")} `);
    }),
    RUNS,
  );
});

test.for(["a", "a ", ".", ". ", "-", "“", "ab, ", "中", "ไ", "é", "👩‍👩‍👧"])(
  "%j half a million times takes no time",
  (unit) => {
    let title = "";
    const taken = effort(() => {
      title = derived(unit.repeat(500_000)) ?? "";
    });
    expect(title.length).toBeLessThanOrEqual(120);
    expect(taken).toBeLessThan(1500);
  },
);
