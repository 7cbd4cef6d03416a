import { CheckOutlined, CopyOutlined } from '@ant-design/icons';
import { Button, Tooltip } from 'antd';
import { useEffect, useState } from 'react';
import { copyText } from './copy-text.ts';
import { text } from './text.ts';

/** A number to be read and copied. */
export function CopyText({ value, label }: { value: string; label?: string }) {
  const [copied, setCopied] = useState(false);
  useEffect(() => {
    if (!copied) return undefined;
    const timer = setTimeout(() => setCopied(false), 1500);
    return () => clearTimeout(timer);
  }, [copied]);
  return (
    <span className="number">
      {label ?? value}{' '}
      <Tooltip title={copied ? text.copied : text.copy}>
        <Button
          type="text" size="small" aria-label={text.copy} icon={copied ? <CheckOutlined /> : <CopyOutlined />}
          onClick={() => { void copyText(value).then(setCopied); }}
        />
      </Tooltip>
    </span>
  );
}
