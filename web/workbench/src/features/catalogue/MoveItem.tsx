import { moveItem } from '@tongban/server/src/modules/catalog/contract.ts';
import { Alert, App, Button, Input, Modal } from 'antd';
import { useState } from 'react';
import { Lack } from '../../shared/form/Lack.tsx';
import { useMissing } from '../../shared/form/use-missing.ts';
import { OrganizationPicker } from '../../shared/OrganizationPicker.tsx';
import { ProblemAlert } from '../../shared/problem/ProblemAlert.tsx';
import { text as sharedText } from '../../shared/text.ts';
import { useAction } from '../../shared/use-action.ts';
import { text } from './text.ts';

const words = text.moving;

/** Says that the item's department was closed, and moves it to the one that took over. */
export function MoveItem({ itemId, department, onDone }: { itemId: string; department: string; onDone: () => void }) {
  const { message } = App.useApp();
  const [open, setOpen] = useState(false);
  const [to, setTo] = useState<{ id: string; name: string }>();
  const [reason, setReason] = useState('');
  const { run, busy, problem } = useAction(moveItem);
  const missing = useMissing({ 'move-to': !to && sharedText.missing.choose(words.to), 'move-reason': reason.trim() === '' && sharedText.missing.write(words.reason) });
  return (
    <>
      <Alert type="warning" showIcon title={words.closed(department)} description={words.lead} action={<Button onClick={() => setOpen(true)}>{words.move}</Button>} />
      <Modal
        open={open}
        title={words.move}
        okText={words.move}
        confirmLoading={busy}
        onCancel={() => setOpen(false)}
        onOk={() => {
          if (!missing.check() || !to) return;
          void run({ params: { itemId }, body: { organizationId: to.id, reason: reason.trim() } }, () => {
            void message.success(words.moved(to.name));
            setOpen(false);
            onDone();
          });
        }}
      >
        <ProblemAlert problem={problem} />
        <label htmlFor="move-to">{words.to}</label>
        <OrganizationPicker id="move-to" value={to?.id} name={to?.name} onChange={setTo} />
        <Lack text={missing.of('move-to')} />
        <label htmlFor="move-reason">{words.reason}</label>
        <Input.TextArea id="move-reason" rows={2} maxLength={500} value={reason} onChange={({ target }) => setReason(target.value)} />
        <Lack text={missing.of('move-reason')} />
      </Modal>
    </>
  );
}
