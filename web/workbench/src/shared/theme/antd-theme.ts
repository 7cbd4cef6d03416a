import type { ThemeConfig } from 'antd';

/**
 * Ant Design in the colours and the density of `tokens.css`; `large` is the large-type mode, `still` shortens each
 * movement to less than the eye sees, for somebody who has asked their system for none (WCAG 2.2, 2.3.3). With none at all,
 * dialogs would not put the keyboard where it belongs when they open and close.
 */
export function antdTheme({ large, still }: { large: boolean; still: boolean }): ThemeConfig {
  const scale = large ? 1.22 : 1;
  const px = (value: number) => Math.round(value * scale);
  return {
    token: {
      colorPrimary: '#14509e',
      colorInfo: '#14509e',
      colorLink: '#14509e',
      colorError: '#b42318',
      colorWarning: '#b87503',
      colorSuccess: '#17693a',
      colorText: '#1b2430',
      colorTextSecondary: '#535e6c',
      colorTextTertiary: '#6f7986',
      colorTextPlaceholder: '#7f8894',
      colorBorder: '#c6cdd7',
      colorBorderSecondary: '#e1e5eb',
      colorBgLayout: '#f0f2f5',
      borderRadius: 5,
      borderRadiusLG: 6,
      fontFamily: 'var(--wb-font)',
      fontSize: px(14),
      fontSizeSM: px(13),
      controlHeight: px(34),
      controlHeightSM: px(27),
      controlHeightLG: px(40),
      colorInfoBg: '#eef4fb',
      colorInfoBorder: '#c9d9ef',
      colorWarningBg: '#fdf4e3',
      colorWarningBorder: '#e9c98e',
      colorErrorBg: '#fdf0ee',
      colorErrorBorder: '#efb9b3',
      colorSuccessBg: '#eaf6ee',
      colorSuccessBorder: '#b5dac3',
      colorPrimaryBg: '#e9f0f9',
      controlItemBgActive: '#e9f0f9',
      wireframe: false,
      ...(still ? { motionDurationFast: '0.03s', motionDurationMid: '0.03s', motionDurationSlow: '0.03s' } : { motionDurationMid: '0.12s', motionDurationSlow: '0.18s' }),
    },
    components: {
      Button: { fontWeight: 500, primaryShadow: 'none', defaultShadow: 'none', dangerShadow: 'none' },
      Form: { itemMarginBottom: px(16), verticalLabelPadding: '0 0 4px' },
      Drawer: { paddingLG: px(18) },
      Modal: { titleFontSize: px(16) },
      Segmented: { trackBg: '#e2e6ec', trackPadding: 2 },
      Tabs: { horizontalMargin: '0', titleFontSize: px(14) },
    },
  };
}
