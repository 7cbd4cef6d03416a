import { RadioGroup, TextArea, TextField } from '@tongban/ui';
import type { PostalAddressOutcome } from '@tongban/identifiers';
import type { DeliveryMethod, PostalAddress } from '@tongban/server/src/modules/cases/contract.ts';
import { text } from '../text.ts';
import type { DeliveryHandle } from './use-delivery.ts';

const t = text.review;

/** How the result should come, and for a parcel to whom, with which telephone and where. */
export function DeliveryChoice({ methods, delivery, outcome }: {
  methods: readonly DeliveryMethod[];
  delivery: DeliveryHandle;
  /** What is wrong with the address, once somebody has tried to go on. */
  outcome: PostalAddressOutcome | undefined;
}) {
  const { method, postalAddress } = delivery.typed;
  const faults = outcome && !outcome.ok ? outcome.faults : {};
  const change = (part: Partial<PostalAddress>) => delivery.change({ postalAddress: { ...postalAddress, ...part } });
  return (
    <>
      <RadioGroup
        cards label={<span className="form-heading">{t.delivery}</span>} value={method} onChange={(next) => delivery.change({ method: next })}
        options={methods.map((value) => ({ value, ...t.deliveries[value] }))}
      />
      {method === 'express' && (
        <div className="postal">
          <TextField label={t.recipient} value={postalAddress.recipient} autoComplete="name" error={faults.recipient} onChange={(event) => change({ recipient: event.target.value })} />
          <TextField label={t.recipientMobile} type="tel" value={postalAddress.mobile} autoComplete="tel" error={faults.mobile} onChange={(event) => change({ mobile: event.target.value })} />
          <TextArea label={t.address} hint={t.addressHint} rows={2} value={postalAddress.address} autoComplete="street-address" error={faults.address} onChange={(event) => change({ address: event.target.value })} />
        </div>
      )}
    </>
  );
}
