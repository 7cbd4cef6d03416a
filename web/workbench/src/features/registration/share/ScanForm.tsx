import { Button, Form, Input } from 'antd';
import type { Problem } from '@tongban/contract-kit';
import { useState } from 'react';
import { useMissing } from '../../../shared/form/use-missing.ts';
import { ProblemAlert } from '../../../shared/problem/ProblemAlert.tsx';
import { text } from '../text.ts';

const words = text.share;

/** Takes a share code: a scanner types it and presses Enter, or the clerk types its eight digits. */
export function ScanForm({ busy, problem, onScan }: { busy: boolean; problem: Problem | undefined; onScan: (code: string) => void }) {
  const [code, setCode] = useState('');
  const missing = useMissing({ 'share-code': code.trim() === '' && words.needCode });
  const send = () => { if (missing.check()) onScan(code.trim()); };
  return (
    <Form layout="vertical" component="div">
      <p className="muted share-scan__lead">{words.lead}</p>
      <ProblemAlert problem={problem} />
      <Form.Item label={words.code} htmlFor="share-code" {...missing.item('share-code')} style={{ marginBottom: 0 }}>
        <div className="share-scan__row">
          <Input
            id="share-code" className="number" autoFocus size="large" value={code} maxLength={200} autoComplete="off" spellCheck={false} placeholder={words.placeholder}
            onChange={(event) => setCode(event.target.value)} onPressEnter={(event) => { event.preventDefault(); send(); }} onFocus={(event) => event.target.select()}
          />
          <Button type="primary" size="large" loading={busy} onClick={send}>{words.open}</Button>
        </div>
      </Form.Item>
    </Form>
  );
}
