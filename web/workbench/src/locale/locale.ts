/** Languages of the workbench; a feature that lacks one falls back to Chinese. */
export type Locale = 'zh-CN' | 'en';

/** The language of this visit. */
export const locale: Locale = 'zh-CN';

/** Picks the text of a feature; every language has the shape of the Chinese one. */
export function chooseText<T>(texts: { 'zh-CN': T; en?: T }): T {
  return texts[locale] ?? texts['zh-CN'];
}
