import { Code, DateTime, defineOperation, Id, Nullable, Text, Type, type Static } from '@tongban/contract-kit';
import { licenceStates } from '../licences/contract.ts';
import { AskedCase, Disclosure, Signed, SignedAnswer } from './exchange.contract.ts';

/** Largest part of a file in one answer, bytes before Base64. */
export const mostPartBytes = 4 * 1024 * 1024;
/** Calendar days after the delivery for which a system may still read the application. */
export const daysAfterDelivery = 7;

export const ReadableFile = Type.Object({
  fileId: Id, name: Type.String(), mediaType: Type.String(), size: Type.Integer({ description: 'bytes' }), digest: Type.String({ description: 'SM3 of the whole file, hex' }),
  parts: Type.Integer({ description: `how many parts of at most ${mostPartBytes} bytes it is read in` }),
});
export type ReadableFile = Static<typeof ReadableFile>;

const answered = {
  /** Id of the field in the form. */
  key: Type.String(), label: Type.String(),
  /** Code of the data element that the field is bound to. */
  dataElement: Nullable(Type.String()),
  type: Type.String(),
  /** As it is stored: money in 分, dates as `YYYY-MM-DD`, options, dictionaries and regions as codes. */
  value: Type.Unknown(),
  /** As people read it. */
  text: Type.String(),
  /** Of attachments, pictures and signatures. */
  files: Type.Array(ReadableFile),
};

export const AnsweredCell = Type.Object(answered);
export type AnsweredCell = Static<typeof AnsweredCell>;

export const AnsweredField = Type.Object({
  /** Heading under which it stands; empty where there is none. */
  section: Type.String(), ...answered,
  /** Of a table, row by row; `value` of a table is null. */
  rows: Type.Array(Type.Array(AnsweredCell)),
});
export type AnsweredField = Static<typeof AnsweredField>;

export const ReadableMaterial = Type.Object({
  key: Type.String(), name: Type.String(),
  /** Code of the standard material, `CL-000123`. */
  standardCode: Nullable(Type.String()),
  /** upload 上传, licence 电子证照免交, paper 窗口收取纸质件, form 由表单生成, none 未提供. */
  providedAs: Code(['upload', 'licence', 'paper', 'form', 'none'] as const),
  /** 0 at submission, 1 as supplement. */
  round: Type.Integer(),
  files: Type.Array(ReadableFile),
  /** The licence that stands for it: a reference to be verified, no copy. */
  licence: Nullable(Type.Object({
    typeCode: Type.String(), name: Type.String(), number: Type.String(),
    /** 证照标识 (GB/T 36904). */
    identifier: Type.String(),
    state: Code(licenceStates), verifyUrl: Type.String(),
  })),
});
export type ReadableMaterial = Static<typeof ReadableMaterial>;

/** An application as a self-built system reads it: what counts now, after the latest supplement. */
export const ApplicationContent = Type.Object({
  caseNumber: Type.String(), itemCode: Type.String(), itemName: Type.String(), submittedAt: DateTime,
  situation: Type.Object({
    key: Type.String(), name: Type.String(),
    /** What was chosen when the applicant was guided. */
    choices: Type.Array(Type.Object({ question: Type.String(), option: Type.String(), questionText: Type.String(), optionText: Type.String() })),
  }),
  /** What the applicant agreed to and the platform hands over; of `form` the materials are null. */
  disclosure: Disclosure,
  consent: Type.Object({ text: Type.String(), at: DateTime }),
  deliveryMethod: Code(['electronic', 'counter', 'express'] as const),
  form: Type.Object({ name: Type.String(), round: Type.Integer(), at: DateTime, answers: Type.Array(AnsweredField) }),
  materials: Nullable(Type.Array(ReadableMaterial)),
});
export type ApplicationContent = Static<typeof ApplicationContent>;

export const AskedFile = Type.Object({ caseNumber: Text(60, { minLength: 6 }), fileId: Id, part: Type.Optional(Type.Integer({ minimum: 1, maximum: 100, description: 'counted from 1, the first unless told' })) });

export const FilePart = Type.Object({ ...ReadableFile.properties, caseNumber: Type.String(), part: Type.Integer(), content: Type.String({ description: 'Base64' }) });
export type FilePart = Static<typeof FilePart>;

export const readContent = defineOperation({
  id: 'self-built.read-content', method: 'POST', path: '/api/v1/self-built/cases/content', permission: 'public', bodyLimit: 64 * 1024,
  summary: '自建系统：取得办件的情形、申请表和材料清单，申请人同意之后、办结之前（签名用途 content）', body: Signed(AskedCase, '办件编号'), response: SignedAnswer(ApplicationContent, '申请内容'),
});

export const readContentFile = defineOperation({
  id: 'self-built.read-file', method: 'POST', path: '/api/v1/self-built/cases/files', permission: 'public', bodyLimit: 64 * 1024,
  summary: '自建系统：取得清单中的一个文件，大的分份，每份不超过 4 MB（签名用途 file）', body: Signed(AskedFile, '办件编号、文件和第几份'), response: SignedAnswer(FilePart, '文件的一份'),
});
