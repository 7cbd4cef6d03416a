import { useQuery } from '@tanstack/react-query';
import type { BodyOf } from '@tongban/contract-kit';
import { listOrganizations } from '@tongban/server/src/kernel/organization/contract.ts';
import { elementGroups, elementInfo, elementNames, elementsOf, type ElementGroup, type ElementName } from '@tongban/server/src/modules/catalog/contract.ts';
import { listSurveyDepartments, type createSurvey, type SurveyQuestion } from '@tongban/server/src/modules/surveys/contract.ts';
import { Input, Select } from 'antd';
import { useState, type ReactNode } from 'react';
import { organizationOptions, organizationSearch } from '../../shared/organization-options.ts';
import { api } from '../../shared/api.ts';
import { today } from '../../shared/format/dates.ts';
import { Lack } from '../../shared/form/Lack.tsx';
import { useMissing } from '../../shared/form/use-missing.ts';
import { PrimaryButton } from '../../shared/keyboard/PrimaryButton.tsx';
import { DateField } from '../../shared/list/DateField.tsx';
import { text as sharedText } from '../../shared/text.ts';
import { useEntries } from '../../shared/use-dictionary.ts';
import { QuestionList } from './QuestionList.tsx';
import { text } from './text.ts';

export type SurveyFields = BodyOf<typeof createSurvey>;
const words = text.design;

/** A survey that asks nothing yet. */
export const blankSurvey: SurveyFields = { title: '', instructions: '', elements: [], questions: [], organizationIds: [], taskTypes: [], dueOn: '' };

const unasked: readonly ElementName[] = ['localTaskCode', 'departmentName', 'organizationId', 'regionCode', 'handlingDepartments'];
const groups = Object.keys(elementGroups).filter((name): name is ElementGroup => name in elementGroups);

/** Elements that a survey can ask, by their group in the form of an item. */
const elementOptions = groups.map((group) => ({
  label: elementGroups[group],
  options: elementsOf(group).filter((name) => !unasked.includes(name) && !(elementInfo[name].kind === 'document' && name !== 'handling')).map((name) => ({ value: name, label: elementInfo[name].label })),
})).filter(({ options }) => options.length > 0);

/** What a survey asks, of whom, until when. */
export function SurveyForm({ initial, busy, onSave, more }: { initial: SurveyFields; busy: boolean; onSave: (fields: SurveyFields) => void; more: ReactNode }) {
  const [fields, setFields] = useState<SurveyFields>({
    title: initial.title, instructions: initial.instructions, elements: initial.elements, questions: initial.questions, organizationIds: initial.organizationIds, taskTypes: initial.taskTypes, dueOn: initial.dueOn,
  });
  const change = (next: Partial<SurveyFields>) => setFields((before) => ({ ...before, ...next }));
  const organizations = useQuery({ queryKey: [listOrganizations.id, 'picker'], staleTime: 300_000, queryFn: () => api.call(listOrganizations, { query: {} }) });
  const types = useEntries('task-type');
  const itemsOf = useItemCounts(fields.taskTypes);
  const departments = organizationOptions((organizations.data?.items ?? []).filter(({ kind }) => kind !== 'hall')).map((option) => ({ ...option, items: itemsOf?.(option.value) }));
  const idle = departments.filter(({ value, items }) => items === 0 && fields.organizationIds.includes(value));
  const missing = useMissing({
    'survey-title': fields.title.trim().length < 2 && sharedText.missing.atLeast(words.title, 2),
    'survey-elements': fields.elements.length === 0 && sharedText.missing.choose(words.elements),
    'survey-departments': fields.organizationIds.length === 0 ? sharedText.missing.choose(words.departments) : idle.length > 0 && words.noItems(idle.map(({ label }) => label).join('、')),
    'survey-due': fields.dueOn === '' && sharedText.missing.choose(words.due),
  });
  return (
    <div className="survey__form">
      <label htmlFor="survey-title">{words.title}</label>
      <div><Input id="survey-title" value={fields.title} maxLength={100} placeholder={words.titleHint} onChange={(event) => change({ title: event.target.value })} /><Lack text={missing.of('survey-title')} /></div>
      <label htmlFor="survey-instructions">{words.instructions}</label>
      <Input.TextArea id="survey-instructions" value={fields.instructions} rows={3} maxLength={2000} placeholder={words.instructionsHint} onChange={(event) => change({ instructions: event.target.value })} />
      <label htmlFor="survey-elements">{words.elements}</label>
      <div><Select
        id="survey-elements" style={{ width: '100%' }} mode="multiple" value={fields.elements} placeholder={words.elementsHint} options={elementOptions} showSearch={{ optionFilterProp: 'label' }}
        onChange={(elements: string[]) => change({ elements: elementNames.filter((name) => elements.includes(name)) })}
      /><Lack text={missing.of('survey-elements')} /></div>
      <span className="is-label">{words.questions}</span>
      <QuestionList questions={fields.questions} onChange={(questions: SurveyQuestion[]) => change({ questions })} />
      <label htmlFor="survey-departments">{words.departments}</label>
      <div><Select
        id="survey-departments" style={{ width: '100%' }} mode="multiple" value={fields.organizationIds} placeholder={words.departmentsHint} showSearch={organizationSearch} loading={organizations.isPending}
        options={departments.map((option) => ({ ...option, disabled: option.items === 0 && !fields.organizationIds.includes(option.value) }))}
        optionRender={({ data }) => <span className="survey__option">{data.label} {data.items === undefined ? null : <span className="faint small">{words.itemCount(data.items)}</span>}</span>}
        onChange={(organizationIds: string[]) => change({ organizationIds })}
      /><Lack text={missing.of('survey-departments')} /></div>
      <label htmlFor="survey-types">{words.taskTypes}</label>
      <Select id="survey-types" mode="multiple" value={fields.taskTypes} placeholder={words.taskTypesHint} options={types} onChange={(taskTypes: string[]) => change({ taskTypes })} />
      <label htmlFor="survey-due">{words.due}</label>
      <div><DateField id="survey-due" value={fields.dueOn || undefined} minimum={today()} onChange={(dueOn) => change({ dueOn: dueOn ?? '' })} /><Lack text={missing.of('survey-due')} /></div>
      <div className="is-actions"><PrimaryButton loading={busy} onPress={() => { if (missing.check()) onSave(fields); }}>{words.save}</PrimaryButton>{more}</div>
    </div>
  );
}

/** How many items of some types a department has, once it is known; no types mean all. */
function useItemCounts(taskTypes: readonly string[]): ((organizationId: string) => number) | undefined {
  const counts = useQuery({ queryKey: [listSurveyDepartments.id], queryFn: () => api.call(listSurveyDepartments, {}) }).data?.items;
  return counts && ((organizationId) => counts.filter((one) => one.organizationId === organizationId && (taskTypes.length === 0 || taskTypes.includes(one.taskType))).reduce((sum, { items }) => sum + items, 0));
}
