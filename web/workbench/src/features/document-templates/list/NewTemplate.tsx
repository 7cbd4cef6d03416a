import { useQuery } from '@tanstack/react-query';
import { listStaffItems } from '@tongban/server/src/modules/catalog/contract.ts';
import {
  applicantKindLabels, applicantKinds, createTemplate, findTemplateKind, listMessageKinds, templateKinds, templateStageLabels, templateStages, templateStepLabels, type MessageKindSummary, type TemplateFamily, type TemplateStep,
} from '@tongban/server/src/modules/templates/contract.ts';
import { Modal, Select } from 'antd';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { api } from '../../../shared/api.ts';
import { Lack } from '../../../shared/form/Lack.tsx';
import { clearable } from '../../../shared/form/clearable.tsx';
import { pickerSearch, usePickerWords } from '../../../shared/form/picker-search.ts';
import { useMissing } from '../../../shared/form/use-missing.ts';
import { links } from '../../../shared/links.ts';
import { ProblemAlert } from '../../../shared/problem/ProblemAlert.tsx';
import { useAction } from '../../../shared/use-action.ts';
import { useRefresh } from '../refresh.ts';
import { text } from '../text.ts';

const words = text.create;
type Applicant = (typeof applicantKinds)[number];

const documentOptions = templateStages.map((stage) => ({
  label: templateStageLabels[stage], options: Object.entries(templateKinds).filter(([, kind]) => kind.stage === stage).map(([value, { name }]) => ({ value, label: name })),
}));

/** Kinds of messages that can be tailored at all, by group. */
function messageOptions(kinds: readonly MessageKindSummary[]) {
  const tailorable = kinds.filter(({ about, steps }) => about !== null || steps.length > 0);
  return [...new Set(tailorable.map(({ topicName }) => topicName))].map((label) => ({ label, options: tailorable.filter(({ topicName }) => topicName === label).map(({ key, name }) => ({ value: key, label: name })) }));
}

/** What a kind can be tailored by. */
interface Ways { item: boolean; applicants: readonly Applicant[]; steps: readonly TemplateStep[] }

function waysOf(kind: string | undefined, messages: readonly MessageKindSummary[]): Ways {
  const message = messages.find(({ key }) => key === kind);
  if (!message) return { item: true, applicants: ['person', 'company'], steps: kind === undefined ? [] : findTemplateKind(kind)?.steps ?? [] };
  return { item: message.about !== null, applicants: message.about === 'case' ? applicantKinds : message.about === 'item' ? ['person', 'company'] : [], steps: message.steps };
}

/** A template for one item, one kind of applicant or one step, begun from what is used for it now. */
export function NewTemplate({ family, kind: given, onClose }: { family: TemplateFamily; kind: string | undefined; onClose: () => void }) {
  const [kind, setKind] = useState(given);
  const [itemId, setItemId] = useState<string>();
  const [applicantKind, setApplicantKind] = useState<Applicant>();
  const [step, setStep] = useState<TemplateStep>();
  const typed = usePickerWords();
  const { q } = typed;
  const kinds = useQuery({ queryKey: [listMessageKinds.id], enabled: family === 'message', staleTime: Infinity, queryFn: () => api.call(listMessageKinds, {}) });
  const items = useQuery({ queryKey: [listStaffItems.id, 'templates', q], placeholderData: (before) => before, queryFn: () => api.call(listStaffItems, { query: { ...(q ? { q } : {}), limit: 20 } }) });
  const create = useAction(createTemplate);
  const navigate = useNavigate();
  const refresh = useRefresh();
  const ways = waysOf(kind, kinds.data?.items ?? []);
  const missing = useMissing({
    'template-kind': kind === undefined && words.needKind[family],
    [ways.item ? 'template-item' : 'template-step']: itemId === undefined && applicantKind === undefined && step === undefined && words.needScope,
  });
  const choose = (next: string) => {
    setKind(next);
    setApplicantKind(undefined);
    setStep(undefined);
  };
  const send = () => {
    if (!missing.check() || kind === undefined) return;
    void create.run({ body: { kind, itemId: itemId ?? null, applicantKind: applicantKind ?? null, step: step ?? null } }, (version) => {
      refresh();
      void navigate(links.documentTemplateVersion(version.id));
    });
  };
  return (
    <Modal open title={words.title[family]} okText={words.create} cancelText={text.cancel} confirmLoading={create.busy} onOk={send} onCancel={onClose} width={560} afterOpenChange={(open) => { if (open) document.getElementById(given === undefined ? 'template-kind' : 'template-item')?.focus(); }}>
      <div className="template-form">
        <ProblemAlert problem={create.problem} />
        <p className="muted small">{words.lead[family]}</p>
        <label htmlFor="template-kind">{words.kind[family]}</label>
        <Select id="template-kind" value={kind ?? null} loading={kinds.isLoading} showSearch={{ optionFilterProp: 'label' }} options={family === 'document' ? documentOptions : messageOptions(kinds.data?.items ?? [])} onChange={choose} />
        <Lack text={missing.of('template-kind')} />
        {ways.item ? (
          <>
            <label htmlFor="template-item">{words.item}</label>
            <Select
              id="template-item" allowClear={clearable} value={itemId ?? null} placeholder={words.itemHint}
              {...pickerSearch(typed, items, { options: (items.data?.items ?? []).map(({ id, name, department }) => ({ value: id, label: `${name}（${department.name}）` })), chosen: itemId === undefined ? [] : [itemId] })} onChange={(next: string | undefined) => setItemId(next)}
            />
            <Lack text={missing.of('template-item')} />
          </>
        ) : null}
        {ways.applicants.length === 0 ? null : (
          <>
            <label htmlFor="template-applicant">{words.applicant[family]}</label>
            <Select id="template-applicant" allowClear={clearable} value={applicantKind ?? null} placeholder={words.anyApplicant} options={ways.applicants.map((one) => ({ value: one, label: applicantKindLabels[one] }))} onChange={(next: Applicant | undefined) => setApplicantKind(next)} />
          </>
        )}
        {ways.steps.length === 0 ? null : (
          <>
            <label htmlFor="template-step">{words.step}</label>
            <Select id="template-step" allowClear={clearable} value={step ?? null} placeholder={words.anyStep} options={ways.steps.map((one) => ({ value: one, label: templateStepLabels[one] }))} onChange={(next: TemplateStep | undefined) => setStep(next)} />
            {ways.item ? null : <Lack text={missing.of('template-step')} />}
          </>
        )}
      </div>
    </Modal>
  );
}
