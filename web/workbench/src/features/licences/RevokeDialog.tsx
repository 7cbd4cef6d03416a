import { revokeLicence, type LicenceView } from '@tongban/server/src/modules/licences/contract.ts';
import { App, Form, Input, Modal } from 'antd';
import { useMissing } from '../../shared/form/use-missing.ts';
import { PhraseButton, withPhrase } from '../../shared/PhraseButton.tsx';
import { ProblemAlert } from '../../shared/problem/ProblemAlert.tsx';
import { text as sharedText } from '../../shared/text.ts';
import { useTyped } from '../../shared/typed/use-typed.ts';
import { useAction } from '../../shared/use-action.ts';
import { text } from './text.ts';

/** What may be done to a licence in force, the mildest first. */
export const revocations = ['suspended', 'revoked', 'cancelled'] as const;
export type Revocation = (typeof revocations)[number];

interface RevokeDialogProps { licence: LicenceView; kind: Revocation | undefined; onClose: () => void; onDone: () => void }

/** Takes a licence out of force with the legal reason (行政许可法第六十九条、第七十条). */
export function RevokeDialog({ licence, kind, onClose, onDone }: RevokeDialogProps) {
  const { message } = App.useApp();
  const [reason, setReason, forget] = useTyped(`revoke.${licence.id}.${kind ?? ''}`, '');
  const { run, busy, problem, clear } = useAction(revokeLicence);
  const words = text.revoke;
  const given = reason.trim();
  const missing = useMissing({ 'revoke-reason': given.length < 5 && sharedText.missing.atLeast(words.reason, 5) });

  function send() {
    if (!missing.check() || !kind) return;
    void run({ params: { licenceId: licence.id }, body: { kind, reason: given } }, () => {
      forget();
      void message.success(words.done[kind]);
      onDone();
    });
  }
  return (
    <Modal
      open={kind !== undefined} title={kind ? words.titles[kind] : ''} okText={kind ? `${words.confirm}${words[kind]}` : ''} cancelText={sharedText.confirm.cancel} width={560}
      confirmLoading={busy} okButtonProps={{ danger: kind !== 'suspended' }} onOk={send} onCancel={() => { clear(); onClose(); }} destroyOnHidden
    >
      <p style={{ marginBottom: '0.25rem' }}>{licence.typeName} <span className="number">{licence.number}</span> · {licence.holderName}</p>
      <p className="muted" style={{ marginBottom: '0.75rem' }}>{kind ? words.lead[kind] : ''}</p>
      <ProblemAlert problem={problem} labels={{ reason: words.reason }} onRefresh={onDone} />
      <Form layout="vertical" requiredMark={false}>
        <Form.Item label={words.reason} htmlFor="revoke-reason" {...missing.item('revoke-reason')} style={{ marginBottom: 0 }}>
          <Input.TextArea
            id="revoke-reason" rows={5} maxLength={1000} showCount value={reason} placeholder={words.reasonHint} onChange={(event) => setReason(event.target.value)}
          />
          <PhraseButton phrases={kind ? words.phrases[kind] : []} onPick={(phrase) => setReason((before) => withPhrase(before, phrase))} />
        </Form.Item>
      </Form>
    </Modal>
  );
}
