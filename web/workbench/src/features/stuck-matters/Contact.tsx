import { readContact } from '@tongban/server/src/modules/stuck-matters/contract.ts';
import { Button } from 'antd';
import { useState } from 'react';
import { ProblemAlert } from '../../shared/problem/ProblemAlert.tsx';
import { PurposeDialog } from '../../shared/PurposeDialog.tsx';
import { useAction } from '../../shared/use-action.ts';
import { text } from './text.ts';

const words = text.contact;

/** Name and mobile in full, after telling what for. */
export function Contact({ matterId }: { matterId: string }) {
  const [asking, setAsking] = useState(false);
  const [known, setKnown] = useState<{ name: string; mobile: string; content: string }>();
  const { run, problem } = useAction(readContact);
  return (
    <>
      <ProblemAlert problem={problem} />
      {known ? (
        <div className="matter__contact">
          <p>{words.name}：<b>{known.name}</b></p>
          <p>{words.mobile}：<b className="number">{known.mobile}</b></p>
          <p className="pre-line">{words.content}：{known.content}</p>
          <p className="faint small">{words.noted}</p>
        </div>
      ) : <Button onClick={() => setAsking(true)}>{words.show}</Button>}
      <PurposeDialog
        open={asking} onClose={() => setAsking(false)}
        onConfirm={(purpose) => { setAsking(false); void run({ params: { matterId }, body: { purpose } }, setKnown); }}
      />
    </>
  );
}
