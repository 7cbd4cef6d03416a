import { DownloadOutlined, UploadOutlined } from '@ant-design/icons';
import type { Problem } from '@tongban/contract-kit';
import { downloadTemplate, listImports, uploadImport } from '@tongban/server/src/modules/item-exchange/contract.ts';
import { App, Button } from 'antd';
import { useRef, useState } from 'react';
import { useNavigate } from 'react-router';
import { api, problemOf, queryClient } from '../../shared/api.ts';
import { links } from '../../shared/links.ts';
import { ProblemAlert } from '../../shared/problem/ProblemAlert.tsx';
import { text } from './text.ts';

const mostBytes = 20 * 1024 * 1024;

/** Takes a file and leads to its preview; a file that cannot be opened is refused with the reason. */
export function UploadButtons() {
  const chooser = useRef<HTMLInputElement>(null);
  const [busy, setBusy] = useState(false);
  const navigate = useNavigate();
  const { modal } = App.useApp();

  function refuse(problem: Problem) {
    void modal.error({ title: text.upload, width: 560, content: <ProblemAlert problem={problem} />, okText: text.confirm });
  }
  async function send(file: File) {
    if (file.size > mostBytes) return refuse({ type: '', status: 0, kind: 'invalid', code: 'too-big', title: text.tooBig, traceId: '' });
    const form = new FormData();
    form.append('file', file);
    setBusy(true);
    try {
      const { id } = await api.upload(uploadImport, {}, form);
      await queryClient.invalidateQueries({ queryKey: [listImports.id] });
      void navigate(links.itemImport(id));
    } catch (error) {
      refuse(problemOf(error));
    } finally {
      setBusy(false);
    }
  }
  return (
    <>
      <Button icon={<DownloadOutlined />} href={api.url(downloadTemplate, {})}>
        {text.template}
      </Button>
      <Button type="primary" icon={<UploadOutlined />} loading={busy} onClick={() => chooser.current?.click()}>
        {busy ? text.uploading : text.upload}
      </Button>
      <input
        ref={chooser}
        type="file"
        hidden
        aria-label={text.upload}
        accept=".xlsx,.csv,.json"
        onChange={(event) => {
          const file = event.target.files?.[0];
          event.target.value = '';
          if (file) void send(file);
        }}
      />
    </>
  );
}
