import { UserSwitchOutlined } from '@ant-design/icons';
import { downloadFile } from '@tongban/server/src/kernel/files/contract.ts';
import { identityCheckLabels } from '@tongban/server/src/kernel/window-devices/contract.ts';
import { Button, Modal } from 'antd';
import { useState } from 'react';
import { plainApi } from '../../../shared/api.ts';
import { Tag } from '../../../shared/case/tags.tsx';
import { useShortcut } from '../../../shared/keyboard/shortcuts.ts';
import { ProblemAlert } from '../../../shared/problem/ProblemAlert.tsx';
import { text } from '../text.ts';
import { AgentForm } from './AgentForm.tsx';
import type { AgentHandle } from './use-agent.ts';
import './agent.css';

const words = text.agent;

/** Who stands at the counter for the applicant: nobody until the clerk says so (Alt+J). Nothing where the item is for the applicant in person only. */
export function AgentPanel({ keep, handle }: { keep: string; handle: AgentHandle }) {
  const [open, setOpen] = useState(false);
  const begin = () => {
    handle.clear();
    setOpen(true);
  };
  const role = words.roles[handle.company ? 'company' : 'person'];
  useShortcut({ keys: ['Alt+J'], label: words.register(role), scope: 'here', whileTyping: true }, handle.allowed && !open ? begin : undefined);
  if (!handle.allowed) return null;
  const close = () => setOpen(false);
  return (
    <section className="agent" aria-label={role}>
      {handle.agent
        ? <Registered handle={handle} agent={handle.agent} onChange={begin} />
        : <Button block icon={<UserSwitchOutlined />} onClick={begin}>{words.register(role)}<kbd>Alt+J</kbd></Button>}
      {open ? null : <ProblemAlert problem={handle.problem} onClose={handle.clear} />}
      <Modal open={open} title={words.title(role)} footer={null} width={640} onCancel={close} destroyOnHidden>
        <AgentForm keep={keep} role={role} handle={handle} onDone={close} />
      </Modal>
    </section>
  );
}

function Registered({ agent, handle, onChange }: { agent: NonNullable<AgentHandle['agent']>; handle: AgentHandle; onChange: () => void }) {
  const { letter } = agent;
  return (
    <>
      <p><span className="muted">{agent.role}　</span><strong>{agent.name}</strong>{agent.mandated ? <Tag tone="done">{words.mandated}</Tag> : null}</p>
      <p className="number small muted">{[agent.documentNumber, agent.mobile].filter(Boolean).join('　')}</p>
      <p className="small muted">{identityCheckLabels[agent.identifiedBy]}，{letter ? (
        <button type="button" className="link-button" onClick={() => window.open(plainApi.url(downloadFile, { params: { fileId: letter.id } }), '_blank', 'noopener')}>{letter.name}</button>
      ) : agent.authorityLabel}</p>
      <p className="filling__choices">
        <Button size="small" disabled={handle.busy} onClick={onChange}>{words.change}</Button>
        <Button size="small" loading={handle.busy} onClick={() => { void handle.set(null); }}>{words.inPerson(handle.company)}</Button>
      </p>
    </>
  );
}
