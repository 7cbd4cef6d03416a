import { useQueryClient } from '@tanstack/react-query';
import { endKey, listSystems, makeKey, type SystemView } from '@tongban/server/src/modules/self-built/contract.ts';
import { Alert, App, Button, Modal, Popconfirm } from 'antd';
import { useState } from 'react';
import { CopyText } from '../../shared/CopyText.tsx';
import { formatMoment } from '../../shared/format/dates.ts';
import { Facts } from '../../shared/page/Page.tsx';
import { ProblemAlert } from '../../shared/problem/ProblemAlert.tsx';
import { useAction } from '../../shared/use-action.ts';
import { text } from './text.ts';

const words = text.keys;

/** The keys of a system: made, shown once, ended. */
export function KeysDialog({ system, onClose }: { system: SystemView; onClose: () => void }) {
  const { message } = App.useApp();
  const client = useQueryClient();
  const [made, setMade] = useState<{ keyId: string; secret: string }>();
  const making = useAction(makeKey);
  const ending = useAction(endKey);
  const refresh = () => { void client.invalidateQueries({ queryKey: [listSystems.id] }); };
  const make = () => {
    void making.run({ params: { systemId: system.id } }, ({ keyId, secret }) => {
      setMade({ keyId, secret });
      refresh();
    });
  };
  const end = (keyId: string) => {
    void ending.run({ params: { systemId: system.id, keyId } }, () => {
      void message.success(words.done);
      refresh();
    });
  };
  return (
    <Modal open title={words.title(system.name)} onCancel={onClose} width={600} footer={<><Button type="primary" loading={making.busy} onClick={make}>{words.make}</Button><Button onClick={onClose}>{text.close}</Button></>}>
      <p className="muted">{words.lead}</p>
      <ProblemAlert problem={making.problem ?? ending.problem} onClose={() => { making.clear(); ending.clear(); }} />
      {made ? <Alert type="warning" showIcon title={words.once} description={<Facts items={[{ label: words.keyId, value: <CopyText value={made.keyId} /> }, { label: words.secret, value: <CopyText value={made.secret} /> }]} />} /> : null}
      {system.keys.length === 0 ? <p className="muted">{words.none}</p> : system.keys.map((key) => (
        <p key={key.keyId} className="self-built-key">
          <span className="number">{key.keyId}</span><span className="muted small">{words.made(key.madeBy, formatMoment(key.madeAt))}</span>
          <span className="muted small">{key.endedAt ? words.ended(formatMoment(key.endedAt)) : key.lastUsedAt ? words.used(formatMoment(key.lastUsedAt)) : words.never}</span>
          {key.endedAt ? null : <span className="self-built-key__do"><Popconfirm title={words.endConfirm} okText={words.end} cancelText={text.cancel} onConfirm={() => end(key.keyId)}><Button size="small" danger>{words.end}</Button></Popconfirm></span>}
        </p>
      ))}
    </Modal>
  );
}
