import { App as AntApp, ConfigProvider } from 'antd';
import antdChinese from 'antd/locale/zh_CN';
import 'dayjs/locale/zh-cn';
import dayjs from 'dayjs';
import { useMemo, type ReactNode } from 'react';
import { usePreferences } from '../preferences.ts';
import { useMediaQuery } from '../use-media-query.ts';
import { antdTheme } from './antd-theme.ts';

dayjs.locale('zh-cn');

/** Ant Design as the workbench uses it: Chinese, quiet, and as large as somebody wants to read. */
export function ThemeProvider({ children }: { children: ReactNode }) {
  const { largeType } = usePreferences();
  const still = useMediaQuery('(prefers-reduced-motion: reduce)');
  const theme = useMemo(() => antdTheme({ large: largeType, still }), [largeType, still]);
  return (
    <ConfigProvider locale={antdChinese} theme={theme} button={{ autoInsertSpace: false }} wave={{ disabled: true }}>
      {/* Below the top bar and the titles of drawers and dialogs, which it would cover. */}
      <AntApp component={false} message={{ maxCount: 2, duration: 3, top: 64 }}>{children}</AntApp>
    </ConfigProvider>
  );
}
