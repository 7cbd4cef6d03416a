import { SelectField } from '@tongban/ui';
import type { Account } from '../../shared/session/session.ts';
import { useSwitchIdentity } from '../../shared/session/SwitchIdentity.tsx';
import { text } from './text.ts';

/** For whom I act now: myself, or whoever's accepted mandate I hold. */
export function ActingSwitch({ account }: { account: Account }) {
  const { actingChoices, actingFor } = account.session;
  const change = useSwitchIdentity();
  if (actingChoices.length === 0) return null;
  return (
    <SelectField
      label={text.acting.label} value={actingFor?.mandateId ?? ''} onChange={(event) => change.mutate(event.target.value || null)}
      options={[{ value: '', label: `${account.name}（${text.acting.self}）` }, ...actingChoices.map((choice) => ({ value: choice.mandateId, label: choice.name }))]}
    />
  );
}
