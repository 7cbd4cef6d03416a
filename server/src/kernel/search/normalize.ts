/** Unifies what people type and what catalogues hold: full-width to half-width, lower case, marks to spaces, at most 500 characters. */
export function normalizeSearchText(text: string): string {
  return text.normalize('NFKC').toLowerCase().replace(/[^\p{L}\p{N}]+/gu, ' ').trim().slice(0, 500);
}

/** Words that carry no meaning in a search for a service; they are dropped from queries, never from the index. */
const FILLER = new Set([
  '的', '了', '和', '与', '及', '或', '在', '是', '我', '你', '我们', '要', '想', '想要', '需要', '请问', '怎么', '怎样', '如何', '哪里',
  '什么', '可以', '能', '去', '到', '个', '一个', '一家', '吗', '呢', '啊', '办', '办理', '申请', '申办',
]);

/** Keeps the words that select something; when all are filler they are all kept, so that 办理 alone still searches. */
export function dropFiller(words: readonly string[]): string[] {
  const kept = words.filter((word) => !FILLER.has(word));
  return kept.length > 0 ? kept : [...words];
}
