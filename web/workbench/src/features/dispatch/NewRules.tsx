import { createDispatchRuleSet, dispatchFacts, dispatchKindLabels, dispatchKinds, ruleSetPrefix, type DispatchKind } from '@tongban/server/src/modules/dispatch/contract.ts';
import { Input, Modal, Radio } from 'antd';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { Lack } from '../../shared/form/Lack.tsx';
import { useMissing } from '../../shared/form/use-missing.ts';
import { links } from '../../shared/links.ts';
import { ProblemAlert } from '../../shared/problem/ProblemAlert.tsx';
import { text as shared } from '../../shared/text.ts';
import { useTyped } from '../../shared/typed/use-typed.ts';
import { useAction } from '../../shared/use-action.ts';
import { text } from './text.ts';
import { useRefresh } from './use-refresh.ts';

const words = text.rules;
const nothing = { name: '', suffix: '', description: '' };

/** A new dispatch rule set with the columns of its kind; it goes on in the editor of business rules. */
export function NewRules({ onClose }: { onClose: () => void }) {
  const [typed, setTyped, forget] = useTyped('dispatch.new', nothing);
  const [kind, setKind] = useState<DispatchKind>('acceptance');
  const create = useAction(createDispatchRuleSet);
  const navigate = useNavigate();
  const refresh = useRefresh();
  const missing = useMissing({
    'dispatch-name': typed.name.trim().length < 2 && shared.missing.atLeast(words.name, 2),
    'dispatch-code': !/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/.test(typed.suffix) || typed.suffix.length < 2 ? words.badCode : false,
  });
  const send = () => {
    if (!missing.check()) return;
    void create.run({ body: { kind, suffix: typed.suffix, name: typed.name.trim(), description: typed.description.trim() } }, ({ versionId }) => {
      forget();
      refresh();
      void navigate(links.ruleVersion(versionId));
    });
  };
  const change = (part: Partial<typeof nothing>) => setTyped((before) => ({ ...before, ...part }));
  return (
    <Modal open title={words.createTitle} okText={words.start} cancelText={text.cancel} confirmLoading={create.busy} onOk={send} onCancel={onClose} width={560}>
      <ProblemAlert problem={create.problem} />
      <div className="dispatch-field">
        <span id="dispatch-kind">{words.kind}</span>
        <Radio.Group
          className="dispatch-kinds" aria-labelledby="dispatch-kind" value={kind} onChange={({ target }) => setKind(dispatchKinds.find((one) => one === target.value) ?? 'acceptance')}
          options={dispatchKinds.map((one) => ({ value: one, label: <>{dispatchKindLabels[one]}　<span className="faint small">{words.kinds[one]}</span></> }))}
        />
      </div>
      <div className="dispatch-field">
        <label htmlFor="dispatch-name">{words.name}</label>
        <Input id="dispatch-name" maxLength={100} value={typed.name} placeholder={words.nameHelp} onChange={({ target }) => change({ name: target.value })} onPressEnter={send} autoFocus />
        <Lack text={missing.of('dispatch-name')} />
      </div>
      <div className="dispatch-field">
        <label htmlFor="dispatch-code">{words.code}</label>
        <Input id="dispatch-code" maxLength={40} addonBefore={`${ruleSetPrefix}${kind}-`} value={typed.suffix} placeholder={words.codeHelp} onChange={({ target }) => change({ suffix: target.value.trim().toLowerCase() })} onPressEnter={send} />
        <Lack text={missing.of('dispatch-code')} />
      </div>
      <div className="dispatch-field">
        <label htmlFor="dispatch-description">{words.description}</label>
        <Input.TextArea id="dispatch-description" autoSize={{ minRows: 2, maxRows: 5 }} maxLength={1_000} value={typed.description} onChange={({ target }) => change({ description: target.value })} />
      </div>
      <details className="dispatch-facts">
        <summary>{words.facts}</summary>
        <dl>{dispatchFacts.filter(({ kinds }) => kinds === undefined || kinds.includes(kind)).map(({ name, help }) => <div key={name}><dt>{name}</dt><dd className="muted">{help}</dd></div>)}</dl>
      </details>
      <p className="faint small">{words.where}</p>
    </Modal>
  );
}
