/**
 * Articles in Markdown for the bench, the same each time: about 3 KB each, over ten years, in folders by month. Where the
 * project's own corpus is at hand that one is used instead.
 */
import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";

const FIRST = Date.UTC(2015, 0, 1);
const DAYS = 3650;
const NAMES = "Amara Bo Clara Davit Elif Femi Greta Hugo Inés Jonas Kiri Léa Mehmet Nora Oskar".split(" ");
const SURNAMES = "Abara Berg Chaudhry Duarte Engström Fischer Gomes Holm Ito Jovanović Kaya Lund Mbeki".split(" ");
const SECTIONS = ["world", "politics", "business", "science", "culture", "sports"];
const WORDS =
  "a the of in on to and with from harbour ferry council school river bridge farmers court hospital market library storm treaty museum engine budget minister residents officials researchers “soon” – said built closed opened agreed measured repaired expected early late again yesterday über café façade naïve".split(
    " ",
  );

/** Numbers from 0 to below `limit` that look like chance. */
function dice(seed) {
  let state = (Math.imul(seed + 1, 2654435761) ^ 0x9e3779b9) >>> 0;
  return (limit) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * limit);
  };
}

/**
 * The article of a number among so many.
 * @param {number} index
 * @param {number} size
 */
export function article(index, size) {
  const roll = dice(index);
  const pick = (list) => list[roll(list.length)];
  const sentence = (words) => {
    const text = Array.from({ length: words }, () => pick(WORDS)).join(" ");
    return text[0].toUpperCase() + text.slice(1);
  };
  const paragraph = () => Array.from({ length: 1 + roll(3) }, () => `${sentence(9 + roll(16))}.`).join(" ");
  const date = new Date(FIRST + Math.floor((index * DAYS * 86_400_000) / size)).toISOString();
  const section = pick(SECTIONS);
  const front = [
    `title: "${sentence(7 + roll(6)).replaceAll(/["“”]/g, "")}"`,
    `date: ${date}`,
    `author: ${pick(NAMES)} ${pick(SURNAMES)}`,
    `section: ${section}`,
    `tags: [${section}, news]`,
  ];
  return {
    path: `${date.slice(0, 4)}/${date.slice(5, 7)}/b${String(index).padStart(7, "0")}.md`,
    text: `---\n${front.join("\n")}\n---\n\n${Array.from({ length: 7 + roll(10) }, paragraph).join("\n\n")}\n`,
  };
}

/**
 * @param {string} folder
 * @param {number} size
 */
export function writeArticles(folder, size) {
  let last = "";
  for (let index = 0; index < size; index += 1) {
    const { path, text } = article(index, size);
    const file = join(folder, path);
    if (dirname(file) !== last) {
      last = dirname(file);
      mkdirSync(last, { recursive: true });
    }
    writeFileSync(file, text);
  }
}
