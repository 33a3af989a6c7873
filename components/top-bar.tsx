import { Plus, Search } from 'lucide-react';
import type { ReactNode } from 'react';
import { Brand } from './brand.tsx';
import { Menu } from './menu.tsx';

type NavItem = { href: string; label: string; current?: boolean };

/** The bar on every signed-in screen. A phone keeps the first two places; the others are in the account menu. */
export function TopBar({
  brand,
  label,
  items,
  search,
  create,
  account,
}: {
  brand: { name: string; href: string };
  /** What the places are called as a whole, and those that a phone has in the menu. */
  label: { main: string; more: string };
  items: readonly NavItem[];
  /** `href` leads to a page with a search of its own, where there is no room for this one. `hint` is the key that leads here. */
  search?: {
    action: (form: FormData) => Promise<void>;
    href: string;
    label: string;
    name: string;
    hint?: string;
  };
  create?: { href: string; label: string };
  account?: { label: string; initials: string; name: string; detail?: ReactNode; children: ReactNode };
}) {
  const afterTwo = items.slice(2);
  return (
    <header className="top">
      <Brand {...brand} />
      <nav aria-label={label.main} className="nav">
        {items.map(itemLink)}
      </nav>
      <div className="tools">
        {search ? (
          <>
            <search className="find">
              <form action={search.action} className="contents">
                <Search className="i" size={16} aria-hidden="true" />
                <input
                  type="text"
                  id="top-find"
                  name={search.name}
                  placeholder={search.label}
                  aria-label={search.label}
                  autoComplete="off"
                  enterKeyHint="search"
                  spellCheck={false}
                  maxLength={200}
                  data-find=""
                />
                {search.hint ? (
                  <kbd className="key-hint" aria-hidden="true">
                    {search.hint}
                  </kbd>
                ) : null}
              </form>
            </search>
            <a className="find-link" href={search.href} aria-label={search.label}>
              <Search className="i" size={20} aria-hidden="true" />
            </a>
          </>
        ) : null}
        {create ? (
          <a className="btn new" href={create.href} aria-label={create.label}>
            <Plus className="i" size={16} aria-hidden="true" />
            <span>{create.label}</span>
          </a>
        ) : null}
        {account ? (
          <Menu label={account.label} summary={<span className="me">{account.initials}</span>}>
            <div className="menu-who">
              <strong>{account.name}</strong>
              {account.detail ? <p className="quiet small">{account.detail}</p> : null}
            </div>
            {afterTwo.length > 0 ? (
              <nav aria-label={label.more} className="only-narrow">
                {afterTwo.map(itemLink)}
              </nav>
            ) : null}
            {account.children}
          </Menu>
        ) : null}
      </div>
    </header>
  );
}

const itemLink = ({ href, label, current }: NavItem) => (
  <a key={href} href={href} data-place="" aria-current={current ? 'page' : undefined}>
    {label}
  </a>
);
