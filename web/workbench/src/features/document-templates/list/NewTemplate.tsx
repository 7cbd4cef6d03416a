import { useQuery } from '@tanstack/react-query';
import { listStaffItems } from '@tongban/server/src/modules/catalog/contract.ts';
import { applicantKinds, createTemplate, findTemplateKind, templateKinds, templateStageLabels, templateStages, templateStepLabels } from '@tongban/server/src/modules/templates/contract.ts';
import { Modal, Select } from 'antd';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { api } from '../../../shared/api.ts';
import { Lack } from '../../../shared/form/Lack.tsx';
import { useMissing } from '../../../shared/form/use-missing.ts';
import { links } from '../../../shared/links.ts';
import { ProblemAlert } from '../../../shared/problem/ProblemAlert.tsx';
import { useAction } from '../../../shared/use-action.ts';
import { useDebounced } from '../../../shared/use-debounced.ts';
import { useRefresh } from '../refresh.ts';
import { text } from '../text.ts';

const words = text.create;
const kindOptions = templateStages.map((stage) => ({
  label: templateStageLabels[stage], options: Object.entries(templateKinds).filter(([, kind]) => kind.stage === stage).map(([value, { name }]) => ({ value, label: name })),
}));

/** A template for one item, one kind of applicant or one step, begun from what is used for it now. */
export function NewTemplate({ kind: given, onClose }: { kind: string | undefined; onClose: () => void }) {
  const [kind, setKind] = useState(given);
  const [itemId, setItemId] = useState<string>();
  const [applicantKind, setApplicantKind] = useState<(typeof applicantKinds)[number]>();
  const [step, setStep] = useState<keyof typeof templateStepLabels>();
  const [typed, setTyped] = useState('');
  const q = useDebounced(typed.trim(), 300);
  const items = useQuery({ queryKey: [listStaffItems.id, 'templates', q], placeholderData: (before) => before, queryFn: () => api.call(listStaffItems, { query: { ...(q ? { q } : {}), limit: 20 } }) });
  const create = useAction(createTemplate);
  const navigate = useNavigate();
  const refresh = useRefresh();
  const steps = kind === undefined ? [] : findTemplateKind(kind)?.steps ?? [];
  const missing = useMissing({
    'template-kind': kind === undefined && words.needKind,
    'template-item': itemId === undefined && applicantKind === undefined && step === undefined && words.needScope,
  });
  const send = () => {
    if (!missing.check() || kind === undefined) return;
    void create.run({ body: { kind, itemId: itemId ?? null, applicantKind: applicantKind ?? null, step: step ?? null } }, (version) => {
      refresh();
      void navigate(links.documentTemplateVersion(version.id));
    });
  };
  return (
    <Modal open title={words.title} okText={words.create} cancelText={text.cancel} confirmLoading={create.busy} onOk={send} onCancel={onClose} width={560} afterOpenChange={(open) => { if (open) document.getElementById(given === undefined ? 'template-kind' : 'template-item')?.focus(); }}>
      <div className="template-form">
        <ProblemAlert problem={create.problem} />
        <p className="muted small">{words.lead}</p>
        <label htmlFor="template-kind">{words.kind}</label>
        <Select id="template-kind" value={kind ?? null} showSearch={{ optionFilterProp: 'label' }} options={kindOptions} onChange={(next: string) => { setKind(next); setStep(undefined); }} />
        <Lack text={missing.of('template-kind')} />
        <label htmlFor="template-item">{words.item}</label>
        <Select
          id="template-item" allowClear value={itemId ?? null} placeholder={words.itemHint} loading={items.isFetching} showSearch={{ filterOption: false, onSearch: setTyped }}
          options={(items.data?.items ?? []).map(({ id, name, department }) => ({ value: id, label: `${name}（${department.name}）` }))} onChange={(next: string | undefined) => setItemId(next)}
        />
        <Lack text={missing.of('template-item')} />
        <label htmlFor="template-applicant">{words.applicant}</label>
        <Select id="template-applicant" allowClear value={applicantKind ?? null} placeholder={words.anyApplicant} options={applicantKinds.map((one) => ({ value: one, label: words.applicants[one] }))} onChange={(next: (typeof applicantKinds)[number] | undefined) => setApplicantKind(next)} />
        {steps.length === 0 ? null : (
          <>
            <label htmlFor="template-step">{words.step}</label>
            <Select id="template-step" allowClear value={step ?? null} placeholder={words.anyStep} options={steps.map((one) => ({ value: one, label: templateStepLabels[one] }))} onChange={(next: keyof typeof templateStepLabels | undefined) => setStep(next)} />
          </>
        )}
      </div>
    </Modal>
  );
}
