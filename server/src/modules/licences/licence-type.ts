import { Code, Text, Type, type Static } from '@tongban/contract-kit';

/** A line of the face and where its value comes from: `holder.name`, `form.siteAddress`, `licence.validTo`, `item.name` … */
export const LicenceFaceLine = Type.Object({
  key: Text(60), label: Text(100), from: Text(120),
  /** Left out of public verification unless the holder agrees. */
  personal: Type.Optional(Type.Boolean()),
});

/** 证照目录: a type of licence, its numbering, validity and face (LIC-01). */
export const LicenceType = Type.Object({
  code: Text(60),
  name: Text(200),
  /** 证照类型代码: credit code of the defining body (18) and a serial of three digits. */
  typeCode: Text(21, { minLength: 21 }),
  holderKind: Code(['person', 'company', 'any'] as const),
  validity: Code(['years', 'decided', 'unlimited'] as const),
  validYears: Type.Optional(Type.Integer({ minimum: 1, maximum: 50 })),
  /** `{year}` and `{sequence:n}` are filled. */
  numberPattern: Text(100),
  /** Sentence on the face. */
  statement: Text(500),
  face: Type.Array(LicenceFaceLine, { maxItems: 30 }),
});
export type LicenceType = Static<typeof LicenceType>;
