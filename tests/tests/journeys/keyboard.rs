//! The keyboard alone, through a list of several thousand rows.

use fantoccini::key::Key;
use serde_json::Value;

use crate::consultation::{MANY, Made};
use crate::window::Window;

/// The place of the row that the keyboard is at, once it stands in view with its words.
const AT: &str = "(() => {
    const list = document.activeElement;
    const row = document.getElementById(list.getAttribute('aria-activedescendant'));
    const { top, bottom } = row.getBoundingClientRect();
    const frame = list.getBoundingClientRect();
    const inside = top >= Math.max(0, frame.top) - 1 && bottom <= Math.min(innerHeight, frame.bottom) + 1;
    return row.querySelector('.said') && inside && Number(row.ariaPosInSet);
})()";

/// Places in the list where no words stand: from its upper to its lower edge, every few pixels.
const BLANK: &str = "(() => {
    const { top, bottom, left, width } = document.querySelector('[role=listbox]').getBoundingClientRect();
    const blank = [];
    for (let y = top + 4; y < Math.min(bottom, innerHeight) - 4; y += 8)
        if (!document.elementFromPoint(left + width / 2, y)?.closest('[role=option]')?.querySelector('.said')?.textContent.trim())
            blank.push(y);
    return blank;
})()";

impl Window {
    /// The keyboard is at this row, which stands in view among others.
    pub(crate) async fn is_at(&self, place: usize) {
        self.sees(&format!("row {place} in view"), &format!("{AT} === {place}")).await;
        self.sees("words from edge to edge", &format!("{BLANK}.length === 0")).await;
    }

    async fn is_at_the_only_row(&self) {
        self.sees("one row", &format!("{AT} === 1 && document.querySelectorAll('[role=option]').length === 1")).await;
    }
}

#[tokio::test]
async fn the_keyboard_alone_reads_a_list_of_thousands_from_end_to_end_and_no_row_is_blank() {
    let window = Window::inside(Made::long()).await;
    assert_eq!(window.reads("[role=status]").await, "4,000 found");
    assert!(window.reads(".title p").await.starts_with("4,000 contributions "));

    window.types("/").await;
    assert_eq!(window.asks("document.activeElement.type").await, "text", "a slash leads to the search");
    window.presses(Key::Down).await;
    window.is_at(1).await;
    window.presses(Key::End).await;
    window.is_at(MANY).await;
    assert_eq!(window.asks(BLANK).await, Value::Array(vec![]));
    window.is_accessible().await;
    window.is_all_in_view().await;
    window.pictured("long-end").await;

    window.presses(Key::PageUp).await;
    window.presses(Key::Up).await;
    window.presses(Key::Up).await;
    window.presses(Key::Down).await;
    let page = "Math.floor(document.activeElement.clientHeight / 92) - 1";
    let page = usize::try_from(window.asks(page).await.as_u64().unwrap()).unwrap();
    window.is_at(MANY - page - 1).await;
    window.presses(Key::Home).await;
    window.is_at(1).await;

    for key in [Key::End, Key::Home, Key::End, Key::Up] {
        window.presses(key).await; // faster than anything is fetched
    }
    window.is_at(MANY - 1).await;
    window.presses(Key::Enter).await;
    let opened = "document.activeElement.closest('aside')?.querySelector('.said').textContent.trim()";
    let text = window.sees("the one that was opened", opened).await;
    let expected = window.made.lists(&["--offset", &(MANY - 2).to_string()]);
    assert_eq!(text, expected[0]["text"], "Enter opens the row that the keyboard is at");
    window.presses(Key::Escape).await;
    window.is_at(MANY - 1).await;
    assert_eq!(window.asks("document.querySelectorAll('aside table').length").await, 0, "Escape closes it");

    window.searches("row 3999").await;
    assert_eq!(window.reads("[role=status]").await, "1 found");
    window.presses(Key::Enter).await;
    window.is_at_the_only_row().await;
    window.presses(Key::Enter).await;
    window.sees("it", "document.querySelector('aside .said')?.textContent.includes('Row 3999 of many')").await;
    window.is_accessible().await;
}

#[tokio::test]
async fn tab_goes_through_everything_in_the_order_it_is_seen_and_the_focus_always_shows() {
    let window = Window::inside(Made::sample()).await;
    window.is_answered().await;
    let focused = "(() => {
        const at = document.activeElement;
        if (at === document.body) return null;
        const shows = (element) => {
            const { outlineStyle, boxShadow } = getComputedStyle(element);
            return outlineStyle !== 'none' || boxShadow !== 'none';
        };
        const shown = [at, at.parentElement, at.querySelector('.active')].some((element) => element && shows(element));
        return { name: at.ariaLabel || at.textContent.trim(), shown, role: at.getAttribute('role') ?? at.tagName.toLowerCase() };
    })()";
    // From the first screen on, which stands before everything else.
    window.asks("document.querySelector('nav a').focus()").await;
    let mut order = vec!["a".to_owned()];
    while order.last().is_none_or(|last| last != "listbox") {
        assert!(order.len() < 40, "the list is reached: {order:?}");
        window.presses(Key::Tab).await;
        let shown = format!("(() => {{ const at = {focused}; return at === null ? 'nowhere' : at.shown && at }})()");
        let at = window.sees("where the focus is", &shown).await;
        if at == "nowhere" {
            break;
        }
        order.push(at["role"].as_str().unwrap().to_owned());
    }
    let expected = [
        "button", "button", "button", "input", "select", "select", "select", "select", "select", "select", "select",
        "select", "select", "listbox",
    ];
    let screens = order.iter().take_while(|role| *role == "a").count();
    assert!(screens > 1, "the screens come first");
    assert_eq!(order[screens..], expected);
}
