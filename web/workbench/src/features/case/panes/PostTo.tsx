import { EyeOutlined } from '@ant-design/icons';
import type { CaseView, PostalAddress } from '@tongban/server/src/modules/cases/contract.ts';
import { Button } from 'antd';
import { useState } from 'react';
import { CopyText } from '../../../shared/CopyText.tsx';
import { PurposeDialog } from '../../../shared/PurposeDialog.tsx';
import { useApplication } from '../case-data.ts';
import { text } from '../text.ts';

/** The label of a parcel on one line. */
export function postLine({ recipient, mobile, address }: PostalAddress): string {
  return `${recipient}，${mobile}，${address}`;
}

/** To whom and where the result is posted, beside the number of the parcel; masked until a purpose is given. */
export function PostTo({ view }: { view: CaseView }) {
  const [purpose, setPurpose] = useState<string>();
  const [asking, setAsking] = useState(false);
  const { data } = useApplication(view.id, purpose);
  if (!data) return null;
  if (!data.postalAddress) return <p className="sheet-notice is-warning" role="note">{text.deliverForm.noPost}</p>;
  const line = postLine(data.postalAddress);
  return (
    <div className="part post-to">
      <p className="part__label">{text.deliverForm.postTo}</p>
      <p>{data.masked ? line : <CopyText value={line} label={line} />}</p>
      {data.masked && view.abilities.readFull ? (
        <Button size="small" icon={<EyeOutlined />} onClick={() => setAsking(true)}>
          {text.applicant.reveal}
        </Button>
      ) : null}
      <PurposeDialog
        open={asking}
        onClose={() => setAsking(false)}
        onConfirm={(given) => {
          setPurpose(given);
          setAsking(false);
        }}
      />
    </div>
  );
}
