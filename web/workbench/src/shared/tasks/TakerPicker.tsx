import { useQuery } from '@tanstack/react-query';
import { listTransferTargets } from '@tongban/server/src/kernel/workflow/contract.ts';
import { Select } from 'antd';
import { api } from '../api.ts';
import { clearable } from '../form/clearable.tsx';
import { pickerSearch, usePickerWords } from '../form/picker-search.ts';
import { text } from '../text.ts';

interface TakerPickerProps { id: string; taskId: string; value: string | undefined; onChange: (staffId: string | undefined) => void }

/** Finds an officer of any department who could do the task, by name or department; the own department comes first. */
export function TakerPicker({ id, taskId, value, onChange }: TakerPickerProps) {
  const words = usePickerWords();
  const search = words.q;
  const targets = useQuery({
    queryKey: [listTransferTargets.id, taskId, search], queryFn: () => api.call(listTransferTargets, { params: { taskId }, query: search ? { search } : {} }), placeholderData: (before) => before,
  });
  const options = (targets.data?.items ?? []).map(({ id: staffId, name, organizationName, posts }) => ({ value: staffId, label: name, where: [organizationName, ...posts].join(' · ') }));
  const none = targets.isError ? text.transfer.failed : search ? text.transfer.none : text.transfer.nobody;
  return (
    <Select
      id={id} value={value} onChange={onChange} allowClear={clearable} placeholder={text.transfer.placeholder} style={{ width: '100%' }} {...pickerSearch(words, targets, { options, chosen: value === undefined ? [] : [value], none })}
      optionRender={({ data }) => <>{data.label} <span className="faint small">{data.where}</span></>}
      popupRender={(menu) => <>{menu}{targets.data?.more ? <p className="faint small" style={{ padding: '0.25rem 0.75rem', margin: 0 }}>{text.transfer.more}</p> : null}</>}
    />
  );
}
