import { useQuery } from '@tanstack/react-query';
import { listStaff } from '@tongban/server/src/kernel/organization/contract.ts';
import { Select } from 'antd';
import { api } from '../api.ts';
import { clearable } from '../form/clearable.tsx';
import { pickerSearch, usePickerWords } from '../form/picker-search.ts';
import { text } from '../text.ts';

interface StaffPickerProps {
  id?: string;
  value?: string | undefined;
  /** Of the chosen officer, for one whom the search has not found (yet). */
  name?: string | undefined;
  onChange?: (staffId: string | undefined) => void;
  organizationId?: string | undefined;
  exceptId?: string;
}

/** Finds an officer by name, with the department and posts shown. */
export function StaffPicker({ id, value, name, onChange, organizationId, exceptId }: StaffPickerProps) {
  const words = usePickerWords();
  const search = words.q;
  const staff = useQuery({
    queryKey: [listStaff.id, 'picker', organizationId, search],
    queryFn: () => api.call(listStaff, { query: { limit: 50, ...(search ? { search } : {}), ...(organizationId ? { organizationId } : {}) } }),
    placeholderData: (before) => before,
  });
  const options = (staff.data?.items ?? []).filter((member) => member.id !== exceptId).map((member) => ({
    value: member.id, label: member.name, where: [member.organization.name, ...member.posts.map((post) => post.name)].join(' · '),
  }));
  if (value !== undefined && name !== undefined && !search && !options.some((option) => option.value === value)) options.unshift({ value, label: name, where: '' });
  return (
    <Select
      {...(id ? { id } : {})} {...(value === undefined ? {} : { value })} {...(onChange ? { onChange } : {})}
      allowClear={clearable} placeholder={text.staff.placeholder} style={{ width: '100%' }} {...pickerSearch(words, staff, { options, chosen: value === undefined ? [] : [value], none: text.staff.none })}
      optionRender={(option) => <>{option.data.label} <span className="faint small">{option.data.where}</span></>}
    />
  );
}
