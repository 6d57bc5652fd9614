import {
  type KeyboardEvent,
  type ReactNode,
  useDeferredValue,
  useEffect,
  useId,
  useMemo,
  useRef,
  useState,
  useSyncExternalStore,
} from "react";
import { bestGroupsFirst, type ResultGroup, type SearchAnswer, search } from "../../scene/search.ts";
import type { SearchResult } from "../../scene/search-index.ts";
import { type Choice, sameChoice } from "../../scene/view.ts";
import { wholeName } from "../../scene/wording.ts";
import { focusPanel } from "../panels/Panel.tsx";
import { announce, interfaceStore } from "../store/interface-store.ts";
import { Icon } from "./Icon.tsx";
import type { SearchSoon } from "./search-soon.ts";

const NO_ANSWER: SearchAnswer = { groups: [], nearest: false };

interface SearchFieldProps {
  /** What is searched. */
  readonly soon: SearchSoon;
  readonly label: string;
  readonly placeholder: string;
  /** Said where nothing is found. */
  readonly nothing: string;
  /** Said before whatever is found. */
  readonly note?: ReactNode;
  /** What else was found for the query that `onQuery` heard last; it stands in place of what is merely spelled alike. */
  readonly more?: ResultGroup | null;
  /** Whether `more` for that query is still on its way: Enter waits for it then. */
  readonly isWaiting?: boolean;
  readonly onQuery?: (query: string) => void;
  /** The mark of a result before its name. */
  readonly dotOf: (choice: Choice) => ReactNode;
  readonly onTake: (choice: Choice) => void;
}

/** A search as one types: a combobox with a list, by the pattern of the ARIA practices guide. */
export function SearchField(props: SearchFieldProps) {
  const {
    soon,
    label,
    placeholder,
    nothing,
    note = null,
    more = null,
    isWaiting = false,
    onQuery,
    dotOf,
    onTake,
  } = props;
  const [query, setQuery] = useState("");
  const [open, setOpen] = useState(false);
  const [active, setActive] = useState(0);
  const deferred = useDeferredValue(query);
  useEffect(() => {
    soon.start();
    return () => soon.stop();
  }, [soon]);
  const index = useSyncExternalStore(soon.subscribe, soon.index);
  const asked = query.trim() !== "";
  useEffect(() => {
    if (asked) soon.hurry();
  }, [soon, asked]);
  useEffect(() => onQuery?.(deferred), [onQuery, deferred]);
  const answer = useMemo(() => {
    const own = deferred.trim() === "" || index === null ? NO_ANSWER : search(index, deferred);
    if (more === null || more.results.length === 0) return own;
    return { groups: own.nearest ? [more] : bestGroupsFirst([...own.groups, more]), nearest: false };
  }, [index, deferred, more]);
  const results = useMemo(() => answer.groups.flatMap((group) => group.results), [answer]);
  const input = useRef<HTMLInputElement>(null);
  const listId = useId();
  const shown = open && asked;
  const optionId = (i: number) => `${listId}-${i}`;
  // Whoever presses Enter before all is found means the best of all.
  const takesFirst = useRef(false);
  const isUnfinished = query !== deferred || isWaiting;

  const settle = () => {
    takesFirst.current = false;
    setOpen(false);
    setQuery("");
  };
  const take = (result: SearchResult) => {
    settle();
    onTake(result.choice);
    focusPanel();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    const last = results.length - 1;
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      const step = event.key === "ArrowDown" ? 1 : -1;
      setActive(shown ? (active + step + results.length) % Math.max(1, results.length) : 0);
      setOpen(true);
    } else if (event.key === "Enter" && shown && isUnfinished && active === 0) takesFirst.current = true;
    else if (event.key === "Enter" && shown && active <= last) take(results[active]);
    else if (event.key === "Escape" && shown) setOpen(false);
    else if (event.key === "Escape" && query !== "") setQuery("");
    else if (event.key === "Escape") input.current?.blur();
    else return;
    event.preventDefault();
  };

  useEffect(() => {
    if (isUnfinished || !takesFirst.current) return;
    takesFirst.current = false;
    if (shown && results.length > 0) take(results[0]);
  });
  // What is pointed at stays so when more is found, wherever it comes to stand.
  const before = useRef(results);
  useEffect(() => {
    const pointed = active === 0 ? undefined : before.current.at(active);
    before.current = results;
    if (pointed === undefined) return;
    const now = results.findIndex(({ kind, choice }) => kind === pointed.kind && sameChoice(choice, pointed.choice));
    if (now >= 0) setActive(now);
  }, [results, active]);
  useAnnouncedCount(shown && index !== null, results.length, answer.nearest);
  useEffect(() => {
    if (shown) document.getElementById(`${listId}-${active}`)?.scrollIntoView({ block: "nearest" });
  }, [shown, active, listId]);

  return (
    <search className="search" onBlur={(event) => !event.currentTarget.contains(event.relatedTarget) && setOpen(false)}>
      <div className="search-field">
        <Icon name="search" />
        <input
          ref={input}
          id="search"
          type="text"
          role="combobox"
          aria-label={label}
          aria-expanded={shown}
          aria-controls={listId}
          aria-autocomplete="list"
          aria-activedescendant={shown && active < results.length ? optionId(active) : undefined}
          aria-keyshortcuts="/ Control+K"
          placeholder={placeholder}
          autoComplete="off"
          spellCheck={false}
          maxLength={200}
          value={query}
          onFocus={() => setOpen(true)}
          onChange={(event) => {
            takesFirst.current = false;
            setQuery(event.target.value);
            setActive(0);
            setOpen(true);
          }}
          onKeyDown={onKeyDown}
        />
        {query === "" ? (
          <span className="key" aria-hidden="true">
            /
          </span>
        ) : (
          <button type="button" className="icon-button" aria-label="Clear the search" onClick={settle}>
            <Icon name="close" />
          </button>
        )}
      </div>
      {shown && (
        <div className="search-results">
          {index === null && <p className="quiet">Getting ready to search …</p>}
          {index !== null && results.length === 0 && <p className="quiet">{nothing}</p>}
          {note}
          {answer.nearest && results.length > 0 && <p className="quiet">Nothing found. Nearest in spelling:</p>}
          <div id={listId} role="listbox" aria-label="Search results">
            {answer.groups.map((group, g) => (
              <Group
                key={group.kind}
                group={group}
                first={answer.groups.slice(0, g).reduce((sum, before) => sum + before.results.length, 0)}
                active={active}
                optionId={optionId}
                dotOf={dotOf}
                onPoint={setActive}
                onTake={take}
              />
            ))}
          </div>
        </div>
      )}
    </search>
  );
}

interface GroupProps {
  readonly group: ResultGroup;
  /** Number of the group's first result among all. */
  readonly first: number;
  readonly active: number;
  readonly optionId: (i: number) => string;
  readonly dotOf: SearchFieldProps["dotOf"];
  readonly onPoint: (i: number) => void;
  readonly onTake: (result: SearchResult) => void;
}

function Group({ group, first, active, optionId, dotOf, onPoint, onTake }: GroupProps) {
  const more = group.matched - group.results.length;
  const titleId = `${optionId(first)}-title`;
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset may not stand in a listbox; a group may.
    <div role="group" aria-labelledby={titleId}>
      <div className="search-title" id={titleId} role="presentation">
        {group.title}
        {more > 0 && <span className="quiet"> · {more} more</span>}
      </div>
      {group.results.map((result, i) => (
        // biome-ignore lint/a11y/useKeyWithClickEvents: the keyboard stays in the field, by the pattern.
        // biome-ignore lint/a11y/useFocusableInteractive: the field points at it instead (aria-activedescendant).
        <div
          // biome-ignore lint/suspicious/noArrayIndexKey: two results may be alike in all but their place.
          key={i}
          id={optionId(first + i)}
          role="option"
          aria-selected={first + i === active}
          className="search-option"
          onPointerMove={() => onPoint(first + i)}
          onMouseDown={(event) => event.preventDefault()}
          onClick={() => onTake(result)}
        >
          <span className="search-label">
            {dotOf(result.choice)}
            <bdi dir="auto" title={wholeName(result.label)}>
              {result.label}
            </bdi>
          </span>
          <span className="search-context">
            <bdi dir="auto">{result.context}</bdi>
          </span>
        </div>
      ))}
    </div>
  );
}

/** Says how many were found, once typing rests. */
function useAnnouncedCount(shown: boolean, count: number, nearest: boolean): void {
  useEffect(() => {
    if (!shown) return;
    const found = count === 1 ? "1 result" : `${count} results`;
    const words = nearest ? `Nothing found; ${count} near in spelling` : found;
    const timer = setTimeout(() => interfaceStore.setState(announce(words)), 1000);
    return () => clearTimeout(timer);
  }, [shown, count, nearest]);
}
