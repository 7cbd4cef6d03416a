import { checkMessage, checkTemplate, findTemplateKind, messageVocabulary, vocabularyWith, type TemplateContent, type TemplateProblem, type TemplateVersion, type TemplateVocabulary } from '@tongban/server/src/modules/templates/contract.ts';

/** What the texts of a version may use. */
export function vocabularyOf({ kind, application, words }: Pick<TemplateVersion, 'kind' | 'application' | 'words'>): TemplateVocabulary {
  if (words) return messageVocabulary(words);
  const known = findTemplateKind(kind);
  return known ? vocabularyWith(known, application) : application;
}

/** What is wrong with a version as it is worded now; the server judges by the same. */
export function judge(version: Pick<TemplateVersion, 'kind' | 'application' | 'words'>, content: TemplateContent): TemplateProblem[] {
  if (content.kind === 'message') return version.words ? checkMessage(content, version.words) : [];
  return checkTemplate(content, { parts: findTemplateKind(version.kind)?.parts ?? [], vocabulary: vocabularyOf(version) });
}
