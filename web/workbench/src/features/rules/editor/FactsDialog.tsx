import { editRuleSet, type RuleSetDetail } from '@tongban/server/src/kernel/rules/contract.ts';
import { App, Input, Modal } from 'antd';
import { useState } from 'react';
import { Lack } from '../../../shared/form/Lack.tsx';
import { useMissing } from '../../../shared/form/use-missing.ts';
import { ProblemAlert } from '../../../shared/problem/ProblemAlert.tsx';
import { text as shared } from '../../../shared/text.ts';
import { useAction } from '../../../shared/use-action.ts';
import { useRefresh } from '../refresh.ts';
import { text } from '../text.ts';

const words = text.desk;

/** What a rule set is called, rests on and is for; the rules themselves are not touched. */
export function FactsDialog({ detail, onClose }: { detail: RuleSetDetail; onClose: () => void }) {
  const [typed, setTyped] = useState({ name: detail.name, legalBasis: detail.legalBasis, description: detail.description });
  const save = useAction(editRuleSet);
  const refresh = useRefresh();
  const { message } = App.useApp();
  const missing = useMissing({ 'facts-name': typed.name.trim().length < 2 && shared.missing.atLeast(text.create.name, 2) });
  const send = () => {
    if (!missing.check()) return;
    const wanted = { name: typed.name.trim(), legalBasis: typed.legalBasis.trim(), description: typed.description.trim() };
    void save.run({ params: { ruleSetId: detail.id }, body: { revision: detail.revision, ...wanted } }, () => {
      void message.success(words.factsSaved);
      refresh();
      onClose();
    });
  };
  const change = (part: Partial<typeof typed>) => setTyped((before) => ({ ...before, ...part }));
  return (
    <Modal open title={words.factsTitle} okText={words.factsSave} cancelText={shared.confirm.cancel} confirmLoading={save.busy} onOk={send} onCancel={onClose} width={620} afterOpenChange={(open) => { if (open) document.getElementById('facts-name')?.focus(); }}>
      <div className="rule-form">
        <ProblemAlert problem={save.problem} onRefresh={() => { refresh(); onClose(); }} />
        <p className="muted small">{words.factsLead}</p>
        <label htmlFor="facts-name">{text.create.name}</label>
        <Input id="facts-name" maxLength={100} value={typed.name} onChange={({ target }) => change({ name: target.value })} onPressEnter={send} />
        <Lack text={missing.of('facts-name')} />
        <label htmlFor="facts-basis">{words.legalBasis}</label>
        <Input.TextArea id="facts-basis" autoSize={{ minRows: 2, maxRows: 6 }} maxLength={1_000} value={typed.legalBasis} placeholder={text.create.legalBasisHelp} onChange={({ target }) => change({ legalBasis: target.value })} />
        <label htmlFor="facts-description">{words.description}</label>
        <Input.TextArea id="facts-description" autoSize={{ minRows: 2, maxRows: 8 }} maxLength={1_000} value={typed.description} onChange={({ target }) => change({ description: target.value })} />
      </div>
    </Modal>
  );
}
