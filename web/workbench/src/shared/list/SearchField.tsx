import { SearchOutlined } from '@ant-design/icons';
import { Input } from 'antd';
import { useEffect, useState } from 'react';

interface SearchFieldProps {
  value: string | undefined;
  placeholder: string;
  onChange: (value: string | undefined) => void;
  width?: number;
}

/** A filter by words that takes effect after a moment of quiet, or at once on Enter. */
export function SearchField({ value, placeholder, onChange, width = 240 }: SearchFieldProps) {
  const [words, setWords] = useState(value ?? '');
  const [told, setTold] = useState(value);
  if (told !== value) {
    setTold(value);
    setWords(value ?? '');
  }
  useEffect(() => {
    const wanted = words.trim();
    if (wanted === (value ?? '')) return undefined;
    const timer = setTimeout(() => onChange(wanted || undefined), 350);
    return () => clearTimeout(timer);
  }, [words, value, onChange]);
  return (
    <Input
      className="search-field"
      style={{ width }}
      allowClear
      maxLength={100}
      prefix={<SearchOutlined className="faint" />}
      value={words}
      placeholder={placeholder}
      aria-label={placeholder}
      onChange={(event) => setWords(event.target.value)}
      onPressEnter={() => onChange(words.trim() || undefined)}
    />
  );
}
