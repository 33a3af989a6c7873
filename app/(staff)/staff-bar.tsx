'use client';

import { usePathname } from 'next/navigation';
import { TopBar, type TopBarProps } from '@/components/top-bar.tsx';

/** The bar with the place one is at marked: a layout does not know its path, the browser and the first render do. */
export function StaffBar(props: TopBarProps) {
  const path = usePathname();
  const items = props.items.map((item) => ({
    ...item,
    current: item.href === '/' ? path === '/' : path === item.href || path.startsWith(`${item.href}/`),
  }));
  return <TopBar {...props} items={items} />;
}
