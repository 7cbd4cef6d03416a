import { useQuery } from '@tanstack/react-query';
import { listAssignees } from '@tongban/server/src/modules/stuck-matters/contract.ts';
import { Select } from 'antd';
import { api } from '../../shared/api.ts';
import { clearable } from '../../shared/form/clearable.tsx';
import { pickerSearch, usePickerWords } from '../../shared/form/picker-search.ts';
import { text } from './text.ts';

interface HandlerPickerProps {
  id: string;
  value: string | undefined;
  name: string | undefined;
  placeholder?: string;
  organizationId?: string | undefined;
  onChange: (officer: { id: string; name: string } | undefined) => void;
}

/** Finds an officer who may handle matters, by name or department. */
export function HandlerPicker({ id, value, name, placeholder = text.form.chooseOfficer, organizationId, onChange }: HandlerPickerProps) {
  const words = usePickerWords();
  const { q } = words;
  const found = useQuery({
    queryKey: [listAssignees.id, organizationId ?? '', q], queryFn: () => api.call(listAssignees, { query: { ...(q ? { q } : {}), ...(organizationId ? { organizationId } : {}) } }),
    placeholderData: (before) => before,
  });
  const options = (found.data?.officers ?? []).map((officer) => ({ value: officer.id, label: officer.name, where: officer.organizationName }));
  if (value !== undefined && name !== undefined && !options.some((option) => option.value === value)) options.unshift({ value, label: name, where: '' });
  return (
    <Select
      id={id} {...(value === undefined ? {} : { value })} allowClear={clearable} placeholder={placeholder} style={{ width: '100%' }} {...pickerSearch(words, found, { options, chosen: value === undefined ? [] : [value] })}
      optionRender={(option) => <>{option.data.label} <span className="faint small">{option.data.where}</span></>}
      onChange={(next: string | undefined) => { const chosen = options.find((option) => option.value === next); onChange(chosen && { id: chosen.value, name: chosen.label }); }}
    />
  );
}
