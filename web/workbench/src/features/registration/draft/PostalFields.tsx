import type { PostalAddressOutcome } from '@tongban/identifiers';
import type { PostalAddress } from '@tongban/server/src/modules/cases/contract.ts';
import { Input } from 'antd';
import { text } from '../text.ts';

const parts = ['recipient', 'mobile', 'address'] as const;

interface PostalFieldsProps {
  value: PostalAddress;
  /** What is wrong, once somebody has tried to submit. */
  outcome: PostalAddressOutcome | undefined;
  onChange: (part: Partial<PostalAddress>) => void;
}

/** To whom, with which telephone and where the result is posted. */
export function PostalFields({ value, outcome, onChange }: PostalFieldsProps) {
  const faults = outcome && !outcome.ok ? outcome.faults : {};
  return (
    <div className="filling__postal">
      {parts.map((part) => (
        <div key={part}>
          <label className="muted small" htmlFor={`postal-${part}`}>{text.draft.postal[part]}</label>
          <Input
            id={`postal-${part}`}
            value={value[part]}
            autoComplete="off"
            {...(faults[part] ? { status: 'error' as const, 'aria-invalid': true, 'aria-describedby': `postal-${part}-fault` } : {})}
            onChange={(event) => onChange({ [part]: event.target.value })}
          />
          {faults[part] ? <p className="slot__fault" id={`postal-${part}-fault`}>{faults[part]}</p> : null}
        </div>
      ))}
    </div>
  );
}
