/** The sentences of a text, without the marks between them: a finding names one, not a whole clause. */
export function splitSentences(text: string): string[] {
  return text.split(/[。！？；;!?\n\r]+/).map((sentence) => sentence.trim()).filter((sentence) => sentence !== '');
}

/** A sentence short enough for a message, with the word still in it. */
export function shortenAround(sentence: string, word: string, most = 40): string {
  if (sentence.length <= most) return sentence;
  const middle = sentence.indexOf(word) + Math.floor(word.length / 2);
  const from = Math.max(0, Math.min(middle - Math.floor(most / 2), sentence.length - most));
  const [head, tail] = [from > 0 ? '…' : '', from + most < sentence.length ? '…' : ''];
  return `${head}${sentence.slice(from, from + most)}${tail}`;
}
