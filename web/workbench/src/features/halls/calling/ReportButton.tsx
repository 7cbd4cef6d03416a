import { useQuery } from '@tanstack/react-query';
import { listDeskDevices } from '@tongban/server/src/modules/halls/devices/contract.ts';
import { Button } from 'antd';
import { useState } from 'react';
import { api } from '../../../shared/api.ts';
import { ReportDialog } from '../devices/ReportDialog.tsx';
import { text } from '../text.ts';

/** Reports a device of the hall as broken from the window, those of the own window first. */
export function ReportButton() {
  const [open, setOpen] = useState(false);
  const devices = useQuery({ queryKey: [listDeskDevices.id], queryFn: () => api.call(listDeskDevices, {}), enabled: open });
  return (
    <>
      <Button loading={open && devices.isPending} onClick={() => setOpen(true)}>{text.devices.reportAny}</Button>
      {open && devices.data ? <ReportDialog devices={devices.data.items} faultKinds={devices.data.faultKinds} onClose={() => setOpen(false)} /> : null}
    </>
  );
}
