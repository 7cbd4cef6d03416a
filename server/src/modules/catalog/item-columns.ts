import { buildSearchVector, planSearch, type SearchAttempt, type SearchField, type SearchMatch } from '../../kernel/search/index.ts';
import type { Audience, ItemElements } from './contract.ts';

/** Marks whole codes inside the vector of the staff list, so that one is found by its beginning. */
const codeMark = 'k~';

/** What the item's row repeats of its elements, for lists, filters and search. */
export function itemColumnsOf(elements: ItemElements) {
  const { name, taskType, regionCode, departmentName, catalogCode = null, tags } = elements;
  return { name, taskType, regionCode, departmentName, catalogCode, tags, lifeStages: lifeStagesOf(elements), staffVector: staffVectorOf(elements) };
}

/** A stage with whose life it belongs to, so that those of persons and companies stay apart: `person:birth`, `company:exit`. */
export function lifeStageOf(audience: Audience, code: string): string {
  return `${audience}:${code}`;
}

/** The stages of lives at which an item is met (CAT-07). */
export function lifeStagesOf({ personLifeStages = [], companyLifeStages = [] }: Pick<ItemElements, 'personLifeStages' | 'companyLifeStages'>): string[] {
  return [...personLifeStages.map((code) => lifeStageOf('person', code)), ...companyLifeStages.map((code) => lifeStageOf('company', code))];
}

/** Filters that are lexemes too, so that one index answers words and filters together. */
export const filterLexemes = {
  taskType: (code: string) => `t~${code}`,
  organizationId: (id: string) => `o~${id}`,
  /** Leading digits of the region. */
  region: (prefix: string) => `r~${prefix}`,
  // Those from here on are added by catalog.list_vector from the row's columns.
  state: (state: string) => `s~${state}`,
  quality: (quality: string) => `q~${quality}`,
  tag: (code: string) => `g~${code}`,
  lifeStage: (stage: string) => `l~${stage}`,
  /** An organisation and all below it, by its id. */
  below: (id: string) => `a~${id}`,
};

/** The indexed vector of an item's row: words, filters and reach (migration 65). */
export const listVector = 'catalog.list_vector(staff_vector, latest_state, error_count, tags, life_stages, organization_path)';

/** A region and everything around it: 511602 lies in 51, 5116 and 511602. */
function regionsAround(regionCode: string): string[] {
  const prefixes = [2, 4, 6, 9, 12].map((length) => regionCode.slice(0, length));
  return [...new Set(prefixes)];
}

function staffVectorOf({ name, aliases, mainItemName, departmentName, taskType, organizationId, regionCode, ...codes }: ItemElements): string {
  const texts: SearchField[] = [
    { text: name, weight: 'A', named: true }, ...aliases.map((text): SearchField => ({ text, weight: 'B' })),
    { text: mainItemName ?? '', weight: 'C' }, { text: departmentName, weight: 'C' },
  ];
  const given = [codes.localTaskCode, codes.taskCode, codes.catalogCode, codes.handlingItemCode, codes.localCatalogCode].filter((code) => code !== undefined && code !== '');
  const words = buildSearchVector(texts.filter(({ text }) => text !== ''));
  const marks = [
    ...given.map((code) => codeMark + String(code).toLowerCase()), filterLexemes.taskType(taskType), filterLexemes.organizationId(organizationId),
    ...regionsAround(regionCode).map(filterLexemes.region),
  ];
  return [words, ...[...new Set(marks)].map((mark) => `${lexeme(mark)}:1`)].filter(Boolean).join(' ');
}

/** A text as one lexeme of a tsvector or tsquery. */
export function lexeme(text: string): string {
  return `'${text.replaceAll('\\', '\\\\').replaceAll("'", "''")}'`;
}

/**
 * What an administrator typed as tsqueries over the staff vector, to be tried in turn: whole words, then a last word that is
 * half typed, or what sounds like it. Beginnings cost the index more, so letters alone ask for words, codes and sounds at once.
 * Nothing for an empty text.
 */
export function* planStaffSearch(typed: string): Generator<string> {
  const text = typed.trim().toLowerCase();
  const whole = /[^0-9a-z -]/.test(text) ? wordsOf(planSearch(typed)) : [];
  if (whole.length > 0) yield whole.join(' | ');
  const asCode = /^[0-9a-z-]{4,100}$/.test(text) ? [`${lexeme(codeMark + text)}:*`] : [];
  const looser = planSearch(typed, { typing: true });
  const groups = [...asCode, ...wordsOf(looser), ...attemptsOf(looser, 'pinyin')];
  if (groups.length > 0) yield groups.join(' | ');
}

const wordsOf = (attempts: readonly SearchAttempt[]): string[] => attemptsOf(attempts, 'words');

function attemptsOf(attempts: readonly SearchAttempt[], wanted: SearchMatch): string[] {
  return attempts.filter(({ match }) => match === wanted).map(({ tsquery }) => `(${tsquery})`);
}
