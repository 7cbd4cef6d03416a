import { Alert, Button, Modal } from 'antd';
import { CopyText } from '../../../shared/CopyText.tsx';
import { Facts } from '../../../shared/page/Page.tsx';
import { text } from '../text.ts';

const words = text.accounts.password;

/** A password that is told once. */
export interface ToldPassword {
  name: string;
  accountName: string;
  password: string;
}

/** Tells the initial password once; closing it needs a deliberate click, so that it is not lost by a slip. */
export function InitialPassword({ told, onClose }: { told: ToldPassword | undefined; onClose: () => void }) {
  return (
    <Modal
      open={told !== undefined}
      title={words.title}
      width={480}
      closable={false}
      mask={{ closable: false }}
      keyboard={false}
      destroyOnHidden
      footer={[
        <Button key="close" type="primary" onClick={onClose}>
          {words.close}
        </Button>,
      ]}
    >
      {told ? (
        <>
          <p style={{ marginBottom: '0.75rem' }}>{words.lead(told.name)}</p>
          <Facts
            items={[
              { label: words.account, value: <CopyText value={told.accountName} /> },
              { label: words.password, value: <span className="accounts__password"><CopyText value={told.password} /></span> },
            ]}
          />
          <Alert type="warning" showIcon title={words.once} style={{ marginTop: '0.75rem' }} />
        </>
      ) : null}
    </Modal>
  );
}
