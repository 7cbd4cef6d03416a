import { Code, DateTime, defineOperation, Id, Nullable, Text, Type, type Static } from '@tongban/contract-kit';
import { Box, fieldKinds } from './catalogue.contract.ts';

/** waiting 等待 → reading 识别中 → done 完成 | failed 没有完成. */
export const readingStates = ['waiting', 'reading', 'done', 'failed'] as const;
export type ReadingState = (typeof readingStates)[number];
export const readingStateLabels: Record<ReadingState, string> = { waiting: '等待识别', reading: '正在识别', done: '识别完成', failed: '没有识别成功' };

/** What is wrong with a picture. */
export const qualityHints = ['small', 'blurred', 'dark', 'pale', 'tilted', 'cut'] as const;
export type QualityHint = (typeof qualityHints)[number];
export const qualityHintLabels: Record<QualityHint, string> = { small: '分辨率过低', blurred: '模糊', dark: '过暗', pale: '几乎空白', tilted: '倾斜', cut: '缺边' };

/** Why a file was not read, or not wholly. */
export const readingNotes = ['no-engine', 'not-in-catalogue', 'not-a-picture', 'no-picture-inside', 'unreadable-picture', 'engine-failed', 'first-pages-only'] as const;
export type ReadingNote = (typeof readingNotes)[number];
export const readingNoteLabels: Record<ReadingNote, string> = {
  'no-engine': '平台没有接入文字识别，只检查了图像质量，内容请人工核对。', 'not-in-catalogue': '这种材料不在智审目录中，只检查了图像质量。', 'not-a-picture': '这种文件不作图像识别，请人工核对。',
  'no-picture-inside': '这个 PDF 不是扫描图像，没有作图像识别，请人工核对。', 'unreadable-picture': '图像打不开或者过大，没有识别，请人工核对。', 'engine-failed': '文字识别暂时没有完成，请人工核对。',
  'first-pages-only': '页数较多，只识别了前几页。',
};

/** How a value read compares with what is known. */
export const comparisons = ['same', 'differs', 'unsure', 'none'] as const;
export type Comparison = (typeof comparisons)[number];
export const comparisonLabels: Record<Comparison, string> = { same: '一致', differs: '不一致', unsure: '把握不大', none: '无可比对' };

export const questionKinds = ['quality', 'wrong-kind', 'missing-field', 'differs', 'licence', 'expired', 'pages'] as const;
export type QuestionKind = (typeof questionKinds)[number];

const Place = Type.Object({ page: Type.Integer(), box: Box });

export const ReadField = Type.Object({
  key: Type.String(), label: Type.String(), kind: Code(fieldKinds),
  /** Masked for who need not see it in full; null when it was not found. */
  value: Nullable(Type.String()),
  confidence: Type.Number(),
  comparison: Code(comparisons),
  /** What the form or the licence says, and which of them. */
  known: Nullable(Type.String()), knownFrom: Nullable(Type.String()),
  place: Nullable(Place),
  corrected: Type.Boolean(),
});
export type ReadField = Static<typeof ReadField>;

/** Something the applicant is asked about; it never keeps anybody from going on. */
export const Question = Type.Object({
  /** Stable while the file and the value stay what they are. */
  id: Type.String(),
  fileId: Id, materialKey: Type.String(), materialName: Type.String(), kind: Code(questionKinds), message: Type.String(), advice: Type.String(),
  /** Where the form holds the other value. */
  inForm: Type.Boolean(),
  place: Nullable(Place),
  /** The applicant has seen it and goes on. */
  acknowledged: Type.Boolean(),
});
export type Question = Static<typeof Question>;

export const FileReading = Type.Object({
  fileId: Id, fileName: Type.String(), materialKey: Type.String(), materialName: Type.String(),
  state: Code(readingStates), notes: Type.Array(Code(readingNotes)),
  pagesTotal: Type.Integer(), pagesRead: Type.Integer(),
  hints: Type.Array(Type.Object({ page: Type.Integer(), hint: Code(qualityHints) })),
  type: Nullable(Type.Object({ code: Type.String(), name: Type.String(), confidence: Type.Number(), by: Code(['marks', 'classifier', 'person'] as const), because: Type.Array(Type.String()) })),
  /** Whether the kind is what the material asks for; null when that cannot be told. */
  expected: Nullable(Type.Boolean()),
  fields: Type.Array(ReadField),
  engine: Nullable(Type.String()),
  correctedBy: Nullable(Type.Object({ name: Type.String(), at: DateTime })),
  revision: Type.Integer(),
});
export type FileReading = Static<typeof FileReading>;

/** The files of an application with what was found, and the list of questions (问题清单, DEC-04). */
export const Readings = Type.Object({
  /** False once the applicant has switched the hints off for this application. */
  checking: Type.Boolean(),
  files: Type.Array(FileReading), questions: Type.Array(Question),
});
export type Readings = Static<typeof Readings>;

/** The same for who handles the case: kinds to choose from, and whether they may correct. */
export const CaseReadings = Type.Object({
  ...Readings.properties, masked: Type.Boolean(), types: Type.Array(Type.Object({ code: Type.String(), name: Type.String() })), abilities: Type.Object({ correct: Type.Boolean(), readFull: Type.Boolean() }),
});
export type CaseReadings = Static<typeof CaseReadings>;

const draft = Type.Object({ draftId: Id });
const draftPage = Type.Object({ draftId: Id, fileId: Id, page: Type.Integer({ minimum: 1, maximum: 20 }) });
const aCase = Type.Object({ caseId: Id });
const caseFile = Type.Object({ caseId: Id, fileId: Id });

export const checkDraftFiles = defineOperation({
  id: 'recognition.check-draft-files', method: 'POST', path: '/api/v1/drafts/:draftId/recognition', permission: 'signed-in', summary: '识别草稿中新上传的材料；结果随后读取', params: draft, response: Readings,
});
export const getDraftReadings = defineOperation({
  id: 'recognition.get-draft-readings', method: 'GET', path: '/api/v1/drafts/:draftId/recognition', permission: 'signed-in', summary: '草稿中材料的识别结果和问题清单', params: draft, response: Readings,
});
export const switchDraftCheck = defineOperation({
  id: 'recognition.switch-draft-check', method: 'PUT', path: '/api/v1/drafts/:draftId/recognition/switch', permission: 'signed-in', summary: '不再检查这份申请的材料，或者恢复检查', params: draft,
  body: Type.Object({ checking: Type.Boolean() }), response: Readings,
});
export const acknowledgeQuestions = defineOperation({
  id: 'recognition.acknowledge-questions', method: 'POST', path: '/api/v1/drafts/:draftId/recognition/acknowledgements', permission: 'signed-in', summary: '申请人看过问题，仍然提交', params: draft,
  body: Type.Object({ questionIds: Type.Array(Text(120, { minLength: 1 }), { minItems: 1, maxItems: 200 }) }), response: Readings,
});
export const downloadDraftPage = defineOperation({
  id: 'recognition.download-draft-page', method: 'GET', path: '/api/v1/drafts/:draftId/recognition/:fileId/pages/:page', permission: 'signed-in', responseKind: 'binary', summary: '扶正后的材料图片，识别位置以它为准', params: draftPage,
});
export const getCaseReadings = defineOperation({
  id: 'recognition.get-case-readings', method: 'GET', path: '/api/v1/cases/:caseId/recognition', permission: 'cases.case.view', summary: '办件中材料的识别结果；写明目的可查看完整内容，会留痕', params: aCase,
  query: Type.Object({ purpose: Type.Optional(Text(200)) }), response: CaseReadings,
});
export const downloadCasePage = defineOperation({
  id: 'recognition.download-case-page', method: 'GET', path: '/api/v1/cases/:caseId/recognition/:fileId/pages/:page', permission: 'cases.case.view', responseKind: 'binary', summary: '办件中扶正后的材料图片',
  params: Type.Object({ caseId: Id, fileId: Id, page: Type.Integer({ minimum: 1, maximum: 20 }) }),
});
export const correctReading = defineOperation({
  id: 'recognition.correct-reading', method: 'POST', path: '/api/v1/cases/:caseId/recognition/:fileId/correction', permission: 'recognition.reading.correct', summary: '更正识别的材料类型或者内容，并留作标注样本', params: caseFile,
  body: Type.Object({
    revision: Type.Integer(),
    /** null says that it is none of the catalogue's kinds. */
    typeCode: Nullable(Text(40)),
    fields: Type.Array(Type.Object({ key: Text(40, { minLength: 1 }), value: Text(300) }), { maxItems: 30 }),
  }),
  response: FileReading,
});
export const readAgain = defineOperation({
  id: 'recognition.read-again', method: 'POST', path: '/api/v1/cases/:caseId/recognition/:fileId/again', permission: 'recognition.reading.correct', summary: '重新识别一个文件', params: caseFile, response: FileReading,
});
