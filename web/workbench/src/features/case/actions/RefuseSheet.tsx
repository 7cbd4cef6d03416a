import { refuseCase } from '@tongban/server/src/modules/intake/contract.ts';
import { Input, Radio, Space } from 'antd';
import { useMissing } from '../../../shared/form/use-missing.ts';
import { text as sharedText } from '../../../shared/text.ts';
import { useTyped } from '../../../shared/typed/use-typed.ts';
import { useAction } from '../../../shared/use-action.ts';
import { text } from '../text.ts';
import type { ActionProps } from './action-context.ts';
import { ActionDrawer, Part } from './ActionDrawer.tsx';
import { reasonsFromConditions } from './supplement-items.ts';
import { Writing } from './Writing.tsx';

const words = text.refuseForm;
const grounds = ['not-qualified', 'not-competent', 'not-required'] as const;
interface Typed { ground: (typeof grounds)[number]; reasons: string; authority: string }

/** 不予受理: ground, reasons, and where to go instead (行政许可法第三十二条). */
export function RefuseSheet({ view, guide, ticks, onClose, onRefresh, onDone }: ActionProps) {
  const [typed, setTyped, forget] = useTyped<Typed>(`case.${view.id}.refuse`, { ground: 'not-qualified', reasons: reasonsFromConditions(view, guide, ticks), authority: '' });
  const { run, busy, problem } = useAction(refuseCase);
  const change = (next: Partial<Typed>) => setTyped((before) => ({ ...before, ...next }));
  const elsewhere = typed.ground === 'not-competent';
  const missing = useMissing({
    'competent-authority': elsewhere && typed.authority.trim() === '' && sharedText.missing.write(words.competent),
    'refuse-reasons': typed.reasons.trim().length < 5 && words.needReasons,
  });
  return (
    <ActionDrawer
      title={words.title} notice={words.notice} confirm={words.confirm} danger busy={busy} problem={problem} onClose={onClose} onRefresh={onRefresh}
      onConfirm={() => {
        if (!missing.check()) return;
        const competent = elsewhere ? { competentAuthority: typed.authority.trim() } : {};
        void run({ params: { caseId: view.id }, body: { version: view.version, ground: typed.ground, reasons: typed.reasons.trim(), ...competent } }, (receipt) => {
          forget();
          onDone(receipt, text.done.refuse);
        });
      }}
    >
      <Part label={words.ground}>
        <Radio.Group value={typed.ground} onChange={(event) => { const ground = grounds.find((one) => one === event.target.value); if (ground) change({ ground }); }}>
          <Space orientation="vertical" size={2}>{grounds.map((ground) => <Radio key={ground} value={ground}>{words.grounds[ground]}</Radio>)}</Space>
        </Radio.Group>
      </Part>
      {elsewhere ? (
        <Part label={words.competent} htmlFor="competent-authority" lack={missing.of('competent-authority')}>
          <Input id="competent-authority" value={typed.authority} maxLength={200} onChange={(event) => change({ authority: event.target.value })} />
        </Part>
      ) : null}
      <Writing id="refuse-reasons" label={words.reasons} value={typed.reasons} rows={6} hint={text.reasonRule} lack={missing.of('refuse-reasons')} onChange={(reasons) => change({ reasons })} />
    </ActionDrawer>
  );
}
