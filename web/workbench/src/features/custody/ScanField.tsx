import { ScanOutlined } from '@ant-design/icons';
import { Button, Input, type InputRef } from 'antd';
import { useRef, useState } from 'react';
import { text } from './text.ts';

interface ScanFieldProps {
  placeholder?: string;
  busy?: boolean;
  /** Has the cursor from the start, for who comes to scan. */
  ready?: boolean;
  onCode: (code: string) => void;
}

/** Where a scanner, which types and presses Enter, leaves what it has read; it can be typed as well. */
export function ScanField({ placeholder = text.scan.placeholder, busy = false, ready = false, onCode }: ScanFieldProps) {
  const [code, setCode] = useState('');
  const field = useRef<InputRef>(null);
  const send = () => {
    const typed = code.trim();
    setCode('');
    field.current?.focus();
    if (typed !== '') onCode(typed);
  };
  return (
    <div className="custody-scan" role="search">
      <Input
        ref={field} autoFocus={ready} maxLength={60} prefix={<ScanOutlined className="faint" />} value={code} placeholder={placeholder} aria-label={placeholder} autoComplete="off" spellCheck={false}
        onChange={(event) => setCode(event.target.value)} onPressEnter={send}
      />
      <Button loading={busy} onClick={send}>{text.scan.go}</Button>
    </div>
  );
}
