import { defineErrors } from '../errors/index.ts';

/** Errors of document generation. */
export const fail = defineErrors({
  'documents.missing-value': {
    kind: 'rule-violated', title: '文书“{document}”缺少内容：{placeholders}', detail: '请补充上述内容后重新生成文书。',
  },
  'documents.missing-glyph': {
    kind: 'rule-violated', title: '现有字库无法显示以下文字：{characters}', detail: '请核对文字是否录入有误；确为生僻字的，请联系系统管理员补充字库。',
  },
  'documents.wrong-value': {
    kind: 'rule-violated', title: '文书“{document}”中“{placeholder}”的内容不能按“{format}”显示', detail: '请检查该项内容的格式。',
  },
  'documents.unsupported-pdf': {
    kind: 'invalid', title: '该 PDF 文件的结构不支持加盖电子印章', detail: '请使用本平台生成的 PDF 文件。',
  },
});
