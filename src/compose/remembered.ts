/**
 * A pure function that knows its last answers: the same few names, sections and outlets stand in article after article.
 * Holds `most` of them, then begins anew, so that no archive fills the memory.
 */
export function remembered<Answer>(most: number, ask: (text: string) => Answer): (text: string) => Answer {
  const answers = new Map<string, Answer>();
  return (text) => {
    const known = answers.get(text);
    if (known !== undefined) return known;
    if (answers.size >= most) answers.clear();
    const answer = ask(text);
    answers.set(text, answer);
    return answer;
  };
}

/** A pure function that knows its last answer: several ask the same of one text. */
export function lately<Answer>(ask: (text: string) => Answer): (text: string) => Answer {
  let last: { readonly text: string; readonly answer: Answer } | undefined;
  return (text) => {
    if (last?.text !== text) last = { text, answer: ask(text) };
    return last.answer;
  };
}
