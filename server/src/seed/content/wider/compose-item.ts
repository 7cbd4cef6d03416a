import type { Check, ColumnField, Field, Section } from '@tongban/form-model';
import type { AnswerCondition, ApplicationMaterial, ItemElements, LegalBasis, Question, Situation, TimeLimit } from '../../../modules/catalog/contract.ts';
import { companySample, companySection, declarationSection, options, personSection, section, standardDeclaration } from '../form-parts.ts';
import { applicationForm, districtDefaults, material, permitFlow, point, workingDays } from '../item-parts.ts';
import type { DepartmentName, SeedForm, SeedItem } from '../seed-types.ts';

/** What differs from item to item; everything else follows from it. */
export interface ItemSketch {
  readonly key: string;
  readonly department: DepartmentName;
  /** Number of the window, e.g. B03. */
  readonly window: string;
  readonly name: string;
  readonly aliases: string[];
  readonly summary: string;
  readonly taskType: '01' | '05' | '07' | '10' | '20';
  readonly audience: 'person' | 'company';
  /** Codes of `person-topic` or `company-topic`, as the audience is. */
  readonly topics: string[];
  /** Codes of `person-life-stage` or `company-life-stage`, as the audience is. */
  readonly stages: string[];
  readonly bases: LegalBasis[];
  readonly conditions: string[];
  /** The form after the applicant's section; `points` are what a reviewer compares on it. */
  readonly form: {
    title: string; sections: Section[]; sample: Readonly<Record<string, unknown>>; checks?: Check[]; points: string[];
    /** Who applies, where no more need be asked than is known. */
    known?: true;
  };
  readonly materials: ApplicationMaterial[];
  readonly questions: Question[];
  readonly situations: Situation[];
  /**
   * Days by law and as promised, working days unless `unit` says otherwise; promised 0 is done on the spot.
   * `basis` is the clause that sets the legal limit; a limit of months or calendar days on a permit stands here in working days.
   */
  readonly days: { legal: number; promised: number; unit?: 'calendar-day'; basis?: string };
  readonly result: { name: string; type: '10' | '20'; licence?: string; validity: string; sample: string };
  readonly faqs: readonly (readonly [question: string, answer: string])[];
  /** What the department does when it reviews. */
  readonly review: string;
  readonly change?: Partial<ItemElements>;
}

const taskLetters = { '01': 'A', '05': 'G', '07': 'F', '10': 'Z', '20': 'B' } as const;

/** Makes a whole item, handled by its department in review and check, or on the spot. */
export function composeItem(sketch: ItemSketch): SeedItem {
  const { key, department, taskType, audience, days, result } = sketch;
  const immediate = days.promised === 0;
  const form = composeForm(sketch);
  const isPerson = audience === 'person';
  return {
    key, department, forms: [form],
    handlingDepartments: (['acceptance', 'lead', 'decision'] as const).map((role) => ({ department, role })),
    elements: {
      ...districtDefaults(department, sketch.window),
      name: sketch.name, aliases: sketch.aliases, summary: sketch.summary, taskType,
      localTaskCode: `DEMO-511602-${taskLetters[taskType]}-${key.toUpperCase()}-01`,
      serviceObjects: isPerson ? ['1'] : ['2'], audiences: [audience], projectType: immediate ? '1' : '2',
      ...(isPerson ? { personTopics: sketch.topics, personLifeStages: sketch.stages } : { companyTopics: sketch.topics, companyLifeStages: sketch.stages }),
      legalBases: sketch.bases, conditions: sketch.conditions,
      materials: [
        applicationForm(form.name, form.key, [point('complete', 'acceptance', '各栏填写完整，姓名或者名称与证件一致。'), ...pointsOf(sketch.form.points)]),
        ...sketch.materials,
      ],
      flowSteps: taskType === '01' ? permitFlow(sketch.review, { review: Math.max(days.promised - 2, 0), decision: 1 }, department) : serviceFlow(sketch),
      legalLimit: limitOf(days, days.legal, days.basis), promisedLimit: limitOf(days, days.promised),
      results: [{
        name: result.name, type: result.type, validity: result.validity, sample: result.sample,
        ...(result.licence === undefined ? {} : { licenceTypeCode: result.licence }),
      }],
      faqs: sketch.faqs.map(([question, answer]) => ({ question, answer })),
      questionnaire: { questions: sketch.questions, situations: sketch.situations },
      handling: {
        mode: 'platform', formKey: form.key, processKey: immediate ? 'immediate' : 'review-and-check', processVersion: 1,
        ...(result.licence === undefined ? {} : { licenceTypeCode: result.licence }),
      },
      ...sketch.change,
    },
  };
}

function limitOf({ unit }: ItemSketch['days'], days: number, basis?: string): TimeLimit {
  return { ...workingDays(days, basis), ...(unit === undefined ? {} : { unit }) };
}

function pointsOf(texts: readonly string[]) {
  return texts.map((text, index) => point(`form-${index + 1}`, 'review', text));
}

const personSample = { personName: '周婷', idNumber: '511602199208080036', mobile: '13700000000', address: '四川省广安市广安区和平路9号' } as const;

/** What is known of a person who has signed in: nothing of it is asked. */
function knownPerson(): Section {
  const [identity, contact] = personSection().rows;
  return { ...personSection(), rows: [identity, contact && { ...contact, cells: contact.cells.slice(0, 1) }].filter((row) => row !== undefined) };
}

function composeForm({ key, audience, form: { title, sections, sample, checks, known } }: ItemSketch): SeedForm {
  const { address, ...identity } = personSample;
  return {
    key: `${key}-form`, name: title,
    definition: {
      formatVersion: 1, title, sections: [audience === 'company' ? companySection() : known ? knownPerson() : personSection(), ...sections, declarationSection(standardDeclaration)],
      ...(checks === undefined ? {} : { checks }),
    },
    sampleData: { ...(audience === 'company' ? companySample : known ? identity : { ...identity, address }), ...sample, declared: true },
  };
}

function serviceFlow({ department, review, days }: ItemSketch): ItemElements['flowSteps'] {
  return [
    { name: '申请', content: '申请人通过政务服务网或者到政务服务中心窗口申请。', responsible: '申请人' },
    { name: '受理', content: '核对申请表和材料，齐全的受理，不齐全的一次告知需要补正的全部内容。', responsible: `${department}窗口` },
    { name: '审核', content: review, days: Math.max(days.promised - 1, 0), responsible: department },
    { name: '办结', content: '作出决定，制作结果文书并加盖电子印章。', responsible: department },
    { name: '送达', content: '网上查看和下载，或者到窗口领取、快递送达。', responsible: `${department}窗口` },
  ];
}

/** A clause of a law. */
export function law(lawName: string, clauseNumber: string, clauseContent: string, documentNumber?: string): LegalBasis {
  return { lawName, clauseNumber, clauseContent, ...(documentNumber === undefined ? {} : { documentNumber }) };
}

/** A material that the applicant uploads, with what it must show and what the reviewer compares. */
export function paper(key: string, name: string, acceptanceStandard: string, check: string, extra: Partial<ApplicationMaterial> = {}): ApplicationMaterial {
  return material({ key, name, acceptanceStandard, reviewPoints: [point('match', 'review', check)], ...extra });
}

/** A certificate of an authority. */
export function certificate(key: string, name: string, issuingAuthority: string, acceptanceStandard: string, check: string, extra: Partial<ApplicationMaterial> = {}): ApplicationMaterial {
  return paper(key, name, acceptanceStandard, check, { type: '1', form: '2', source: '20', issuingAuthority, originals: 0, copies: 1, ...extra });
}

/** A question with its options as `key: text`. */
export function ask(key: string, text: string, choices: Readonly<Record<string, string>>, extra: Partial<Question> = {}): Question {
  return { key, text, options: Object.entries(choices).map(([option, label]) => ({ key: option, text: label })), ...extra };
}

/** Conditions on answers: `given({ who: ['self'] })`. */
export function given(answers: Readonly<Record<string, string[]>>): AnswerCondition[] {
  return Object.entries(answers).map(([question, chosen]) => ({ question, options: chosen }));
}

/** One outcome of the questions. */
export function way(key: string, name: string, answers: Readonly<Record<string, string[]>>, notes: string[] = [], extra: Partial<Situation> = {}): Situation {
  return { key, name, when: given(answers), notes, ...extra };
}

export const field = {
  text: (id: string, label: string, maxLength = 100): ColumnField => ({ id, type: 'text', label, required: true, maxLength }),
  lines: (id: string, label: string, maxLength = 1000): ColumnField => ({ id, type: 'multiline', label, required: true, maxLength, lines: 3 }),
  number: (id: string, label: string, unit: string, maximum: number, decimals = 0): ColumnField => ({ id, type: 'number', label, unit, required: true, minimum: 0, maximum, decimals }),
  pick: (id: string, label: string, ...labels: string[]): ColumnField => ({ id, type: 'choice', label, required: true, options: options(...labels) }),
  many: (id: string, label: string, ...labels: string[]): ColumnField => ({ id, type: 'choices', label, required: true, options: options(...labels) }),
  date: (id: string, label: string, bound: { minimum?: 'today'; maximum?: 'today' } = {}): ColumnField => ({ id, type: 'date', label, required: true, ...bound }),
  period: (id: string, label: string): ColumnField => ({ id, type: 'dateRange', label, required: true }),
  person: (id: string, label: string): ColumnField => ({ id, type: 'personName', label, required: true }),
  idNumber: (id: string, label: string): ColumnField => ({ id, type: 'residentId', label, required: true, sensitive: true }),
  money: (id: string, label: string): ColumnField => ({ id, type: 'money', label, required: true, minimum: 0 }),
} as const;

/** A column of a table with its share of the width in print, per cent. */
export function column(one: ColumnField, printWidth: number): ColumnField {
  return { ...one, printWidth };
}

/** A section of rows, each row a list of fields. */
export function part(id: string, title: string, ...rows: readonly (readonly Field[])[]): Section {
  return section(id, title, rows.map((fields) => ({ cells: fields.map((one) => ({ kind: 'field', field: one, ...(one.type === 'table' ? { labelSpan: 0 } : {}) })) })));
}
