import { checkMobile } from './mobile.ts';
import { checkPersonName } from './person-name.ts';
import { reject, type CheckOutcome } from './outcome.ts';

const SHORTEST = 5;
const LONGEST = 100;

/** To whom, with which telephone and where a courier brings something. */
export interface PostalAddress {
  readonly recipient: string;
  readonly mobile: string;
  readonly address: string;
}

/** What is wrong with each part, for the person who typed it; or all parts in the only form that may be stored. */
export type PostalAddressOutcome =
  | { readonly ok: true; readonly normalized: PostalAddress }
  | { readonly ok: false; readonly faults: Readonly<Partial<Record<keyof PostalAddress, string>>> };

/** Checks what a courier needs to bring a result; all parts at once, so that all can be mended at once. */
export function checkPostalAddress(typed: PostalAddress): PostalAddressOutcome {
  const recipient = checkPersonName(typed.recipient);
  const mobile = checkMobile(typed.mobile);
  const address = checkAddress(typed.address);
  if (recipient.ok && mobile.ok && address.ok) {
    return { ok: true, normalized: { recipient: recipient.normalized, mobile: mobile.normalized, address: address.normalized } };
  }
  return {
    ok: false,
    faults: {
      ...(recipient.ok ? {} : { recipient: recipient.code === 'empty' ? '请填写收件人的姓名。' : recipient.message }),
      ...(mobile.ok ? {} : { mobile: mobile.code === 'empty' ? '请填写收件人的手机号码，快递员要用它联系。' : mobile.message }),
      ...(address.ok ? {} : { address: address.message }),
    },
  };
}

function checkAddress(text: string): CheckOutcome<object> {
  const normalized = text.replace(/\s+/gu, ' ').trim();
  const length = [...normalized].length;
  if (length === 0) return reject('empty', '请填写收件地址，写到门牌号。');
  if (length < SHORTEST) return reject('too-short', '收件地址太短，请写明省、市、区（县）、街道和门牌号。');
  if (length > LONGEST) return reject('too-long', `收件地址不能超过${LONGEST}个字，当前为${length}个字，请只写地址。`);
  return { ok: true, normalized };
}
