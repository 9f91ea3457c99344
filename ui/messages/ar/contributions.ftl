# قائمة المساهمات، وواحدة منها مفتوحة.

contributions-title = المساهمات
contributions-all = { $count ->
    [0] لا مساهمات
    [one] مساهمة واحدة
    [two] مساهمتان
    [few] { NUMBER($count) } مساهمات
    [many] { NUMBER($count) } مساهمة
   *[other] { NUMBER($count) } مساهمة
}
contributions-found = { NUMBER($found) } من { NUMBER($all) }
contributions-announced = { $found ->
    [0] لا نتائج
    [one] نتيجة واحدة
    [two] نتيجتان
    [few] { NUMBER($found) } نتائج
    [many] { NUMBER($found) } نتيجة
   *[other] { NUMBER($found) } نتيجة
}
contributions-list = المساهمات التي عُثر عليها

search-label = البحث في المساهمات
search-placeholder = ابحث بأي لغة
search-clear = مسح البحث

filter-label = تضييق القائمة
filter-round = الجلسة أو الجولة
filter-round-any = الجلسات: الكل
filter-round-none = بلا جولة
filter-round-whole = { $session }، كل الجولات
filter-group = مجموعة أصحاب المصلحة
filter-group-any = المجموعات: الكل
filter-group-none = بلا مجموعة
filter-node = الهدف أو المبدأ
filter-node-any = الأهداف: الكل
filter-node-none = بلا هدف ولا مبدأ
filter-kind = النوع
filter-kind-any = الأنواع: الكل
filter-kind-none = بلا نوع
filter-language = اللغة
filter-language-any = اللغات: الكل
filter-permission = الإذن
filter-permission-any = الأذون: الكل
filter-clear = عرض الكل

sort-label = الترتيب
sort-newest = الأحدث أولًا
sort-oldest = الأقدم أولًا
sort-reference = حسب المرجع
sort-relevance = الأنسب أولًا

ask-share = الإطلاع
ask-quote = الاقتباس
ask-name-organisation = ذكر المنظمة
ask-name-person = ذكر الشخص
answer-given = { $question }: مسموح
answer-refused = { $question }: مرفوض
answer-not-asked = { $question }: لم يُسأل عنه

empty-lead = هنا يجتمع كل ما قيل أو قُدِّم، مع من قاله وما يجوز أن يُفعل به.
empty-how = لم يُسجَّل شيء في هذه المشاورة بعد. دوِّن جولة، أو استورد جدولًا من التعليقات.
none-lead = لا شيء يطابق.
none-words = لا مساهمة تحوي «{ $words }».
none-words-filters = لا مساهمة ضمن عوامل التصفية تحوي «{ $words }».
none-filters = لا مساهمة تستوفي عوامل التصفية هذه معًا.
none-how = يجب أن ترد كل كلمة؛ وتكفي البداية للكلمة الأخيرة أو لكلمة تليها *. و“علامتا الاقتباس” تبحثان عن كلمات متجاورة، وعلامة الطرح قبل كلمة تستبعدها.
find-failed = تعذّرت قراءة القائمة.
find-again = إعادة المحاولة

row-no-group = لم تُدوَّن مجموعة
row-may-be-quoted = يجوز الاقتباس
row-paraphrase-only = بالمعنى فقط
row-not-shared = لا يجوز الإطلاع عليها
row-conflict = عُدِّلت من جهتين
row-erased = مُحيت
row-loading = في الطريق

detail-label = المساهمة المفتوحة
detail-hint = اختر مساهمة لقراءتها كاملة.
detail-hint-keys = { $arrows } للتنقل في القائمة، و{ $enter } للفتح، و{ $slash } للبحث.
detail-close = إغلاق
detail-groups = من قال
detail-no-group = لم تُدوَّن مجموعة
detail-recorded = سُجّلت في { $when }
detail-said = قيلت في { $when }
detail-round = قُدّمت في
detail-no-round = لم تُدوَّن جولة
detail-tags = تتعلق بـ
detail-no-tags = لا هدف بعد
node-grouping = { $level } { $mark }
node-grouping-about = { $grouping }: { $title }
language-unknown = لغة غير معروفة
detail-source = المصدر
detail-permissions = ما يجوز أن يُفعل بها
detail-history = السجل
detail-laptop = كُتب على: { $name }
detail-title-falls-back = العنوان بالإنجليزية: لا يوجد عنوان رسمي مدوَّن بهذه اللغة.

quote-yes = يجوز الاقتباس
quote-no = لا يجوز الاقتباس
quote-paraphrase = بالمعنى فقط
quote-not-shared = لا يجوز الإطلاع عليها

consent-given = مسموح
consent-refused = مرفوض
consent-not-asked = لم يُسأل، فالجواب لا

basis-announcement = أُعلن في القاعة
basis-form = باستمارة
basis-in-person = سُئل شفهيًا
basis-clearance = أُجيز لاحقًا

wording-verbatim = حرفيًا
wording-paraphrase = بكلمات مدوِّن الملاحظات
wording-interpreted = عبر مترجم فوري

rule-chatham-house = قاعدة تشاتام هاوس: يجوز ذكر المجموعات، لا المنظمات ولا الأشخاص
rule-organisation-only = المنظمة فقط: يجوز ذكر المنظمات، لا الأشخاص
rule-on-the-record = للنشر

state-accepted = مقبولة
state-set-aside = منحّاة

conflict-title = عُدِّل من جهتين: { $field }
conflict-explained = تبقى هذه الصيغ متعارضة إلى أن يفصل أحدهم بينها.

deed-record = سجّل
deed-edit = صحّح
deed-tag = ربط
deed-import = استورد
deed-erase = محا
deed-undo = تراجع
deed-redo = أعاد
deed-settle = فصل
deed-permission = عدّل إذنًا
deed-consolidate = جمع أو فصل
deed-attach = أرفق
deed-other = عدّل

field-text = النص
field-kind = النوع
field-groups = المجموعات
field-tags = الروابط
field-language = اللغة
field-round = الجولة
field-share = الإطلاع
field-quote = الاقتباس
field-name-organisation = ذكر المنظمة
field-name-person = ذكر الشخص
field-wording = طريقة التدوين
field-rule = قاعدة الجولة
field-state = الحالة
field-speaker = المتكلم
field-said-at = وقت القول
field-other = شيء آخر

value-none = لا شيء

filter-state = الحالة
filter-state-any = الحالات: الكل
filter-files = الملفات المرفقة
filter-files-any = الملفات: بها أو بدونها
filter-files-with = مع ملفات
filter-files-without = بلا ملفات
state-new = لم تُراجَع بعد
kind-none = بلا نوع حتى الآن
# Before a translation in which the words asked for stand
row-found-in = { $language }:
row-found-in-file = في اسم ملف:
row-files = { $count ->
    [zero] لا ملفات مرفقة
    [one] ملف مرفق واحد
    [two] ملفان مرفقان
    [few] { NUMBER($count) } ملفات مرفقة
    [many] { NUMBER($count) } ملفًّا مرفقًا
   *[other] { NUMBER($count) } ملف مرفق
}
row-more = +{ NUMBER($count) }

many-bar = ما يُفعل بالمحدَّد
many-count = { $count ->
    [zero] لا شيء محدَّد
    [one] واحدة محدَّدة
    [two] اثنتان محدَّدتان
    [few] { NUMBER($count) } محدَّدة
   *[other] { NUMBER($count) } محدَّدة
}
many-all = كلها محدَّدة: { NUMBER($count) }
many-select-all = تحديد كل المعروض: { NUMBER($count) }
many-clear = إلغاء التحديد
many-cancel = إلغاء
many-apply = { $count ->
    [one] تغيير مساهمة واحدة
    [two] تغيير مساهمتين
    [few] تغيير { NUMBER($count) } مساهمات
   *[other] تغيير { NUMBER($count) } مساهمة
}
many-apply-one = تغيير
many-tags = الأهداف…
many-tags-title = { $count ->
    [one] أهداف هذه المساهمة
    [two] أهداف مساهمتين
    [few] أهداف { NUMBER($count) } مساهمات
   *[other] أهداف { NUMBER($count) } مساهمة
}
many-tags-done = { $count ->
    [one] تغيّرت أهداف مساهمة واحدة.
    [two] تغيّرت أهداف مساهمتين.
    [few] تغيّرت أهداف { NUMBER($count) } مساهمات.
   *[other] تغيّرت أهداف { NUMBER($count) } مساهمة.
}
many-groups = المجموعات…
many-groups-title = { $count ->
    [one] مجموعات هذه المساهمة
    [two] مجموعات مساهمتين
    [few] مجموعات { NUMBER($count) } مساهمات
   *[other] مجموعات { NUMBER($count) } مساهمة
}
many-groups-done = { $count ->
    [one] تغيّرت مجموعات مساهمة واحدة.
    [two] تغيّرت مجموعات مساهمتين.
    [few] تغيّرت مجموعات { NUMBER($count) } مساهمات.
   *[other] تغيّرت مجموعات { NUMBER($count) } مساهمة.
}
many-kind = النوع…
many-kind-title = { $count ->
    [one] نوع هذه المساهمة
    [two] نوع مساهمتين
    [few] نوع { NUMBER($count) } مساهمات
   *[other] نوع { NUMBER($count) } مساهمة
}
many-kind-done = { $count ->
    [one] تغيّر نوع مساهمة واحدة.
    [two] تغيّر نوع مساهمتين.
    [few] تغيّر نوع { NUMBER($count) } مساهمات.
   *[other] تغيّر نوع { NUMBER($count) } مساهمة.
}
many-state = الحالة…
many-state-title = { $count ->
    [one] حالة هذه المساهمة
    [two] حالة مساهمتين
    [few] حالة { NUMBER($count) } مساهمات
   *[other] حالة { NUMBER($count) } مساهمة
}
many-state-done = { $count ->
    [one] تغيّرت حالة مساهمة واحدة.
    [two] تغيّرت حالة مساهمتين.
    [few] تغيّرت حالة { NUMBER($count) } مساهمات.
   *[other] تغيّرت حالة { NUMBER($count) } مساهمة.
}
many-permission = الإذن…
many-permission-title = { $count ->
    [one] ما يجوز فعله بهذه المساهمة
    [two] ما يجوز فعله بمساهمتين
    [few] ما يجوز فعله بـ{ NUMBER($count) } مساهمات
   *[other] ما يجوز فعله بـ{ NUMBER($count) } مساهمة
}
many-permission-done = { $count ->
    [one] تغيّر إذن مساهمة واحدة.
    [two] تغيّر إذن مساهمتين.
    [few] تغيّرت أذون { NUMBER($count) } مساهمات.
   *[other] تغيّرت أذون { NUMBER($count) } مساهمة.
}
# Behind what was done: of those selected some did not change
many-rest = { $count ->
    [one] والأخرى كانت كذلك من قبل.
    [two] والأخريان كانتا كذلك من قبل.
    [few] والـ{ NUMBER($count) } الأخرى كانت كذلك من قبل.
   *[other] والـ{ NUMBER($count) } الأخرى كانت كذلك من قبل.
}
many-none = { $count ->
    [one] لم يتغيّر شيء: كانت كذلك من قبل.
    [two] لم يتغيّر شيء: كلتاهما كانتا كذلك من قبل.
   *[other] لم يتغيّر شيء: كلها ({ NUMBER($count) }) كانت كذلك من قبل.
}
palette-many = { $name } (المحدَّد: { NUMBER($count) })
palette-one = { $name } (المفتوحة)

pick-node = ابحث عن هدف أو مبدأ
pick-group = ابحث عن مجموعة من أصحاب المصلحة
pick-none = لا شيء بهذه الأحرف.
pick-as-is = يبقى كما هو
pick-on = يُضاف
pick-off = يُزال

permission-question = أيّ سؤال
permission-answer = جوابهم
permission-basis = على ماذا يستند
permission-hint = من يوسّع إذنًا يذكر على ماذا يستند. والتراجع لا يوسّع إذنًا أبدًا.

work-changing = جارٍ التغيير…
work-cancel = إلغاء
work-cancelled = أُلغي. بقي كل شيء كما كان.
filter-open = تضييق
filter-open-some = تضييق ({ NUMBER($count) })
filter-done = تم

detail-change = تغيير
detail-change-kind = تغيير النوع
detail-change-state = تغيير الحالة
detail-change-groups = تغيير المجموعات
detail-change-tags = تغيير الأهداف
detail-change-permission = تغيير: { $question }
detail-untag = إزالة { $node }
field-translations = الترجمات
field-files = الملفات

half-let-go = ترك التغييرات
half-later = لاحقًا
correct-go-on = متابعة التصحيح…
translate-go-on = متابعة الترجمة…
correct-open = تصحيح…
correct-name = تصحيح الكلمات أو طريقة تدوينها أو المتحدّث أو الجولة
correct-title = تصحيح { $reference }
correct-do = تصحيح
correct-done = صُحِّحت { $reference }.
correct-wording = طريقة التدوين
correct-wording-hint = لا يُقتبس إلا ما دُوِّن حرفيًا. والتراجع لا يجعل الكلمات صالحة للاقتباس من جديد.
correct-round = الجولة
correct-round-hint = تظلّ أشدّ قاعدة من قواعد كلّ الجولات التي وردت فيها سارية، هنا وفي كلّ موجز. والتراجع عن النقل لا يخفّفها.
correct-question = السؤال
correct-no-question = ليست جوابًا عن سؤال
detail-question = عن السؤال { $number }
detail-change-round = تغيير الجولة أو السؤال
field-question = سؤال الجولة

translate-open = ترجمة…
translate-name = إضافة ترجمة
translate-title = ترجمة { $reference }
translate-into = إلى
translate-text = الترجمة
translate-reviewed = قرأها شخص آخر وقابلها بالكلمات
translate-do = حفظ الترجمة
translate-done = حُفظت ترجمة { $reference }.
translation-draft = ترجمة، مسودة
translation-reviewed = ترجمة، مُراجَعة

erase-open = محو…
erase-name = محو هذه المساهمة نهائيًّا
erase-title = محو { $reference }؟
erase-cannot = لا يمكن التراجع عن هذا.
erase-what = تغادر كلماتها وترجماتها وتاريخها هذه المشاورة، ومعها كل اقتباس منها. أما النسخ التي سُلِّمت والنسخ الاحتياطية السابقة فما زالت تحملها.
erase-not = إبقاؤها
erase-do = محو نهائي
erase-done = مُحيت { $reference }.

## Files attached to a contribution
attached-title = الملفات المرفقة
attached-none = يمكن حفظ صورة لوحة العرض أو بيان مكتوب هنا، مشفَّرًا مع كل شيء آخر؛ أو أفلته على هذه النافذة.
attach-open = إرفاق ملف…
attach-name = إرفاق ملفات بهذه المساهمة
attach-done = { $count ->
    [one] أُرفق ملف واحد بالمساهمة { $reference }.
    [two] أُرفق ملفان بالمساهمة { $reference }.
    [few] أُرفقت { $count } ملفات بالمساهمة { $reference }.
    [many] أُرفق { $count } ملفًّا بالمساهمة { $reference }.
   *[other] أُرفق { $count } ملف بالمساهمة { $reference }.
}
attached-save = حفظ نسخة…
attached-save-name = حفظ نسخة من { $name }
attached-save-warns = النسخة ملف عادي: ليست مشفَّرة.
attached-saved = حُفظ { $name }. تلك النسخة ليست مشفَّرة.
attached-erase-name = محو { $name }
attached-erase-what = يغادر الملف واسمه هذه المشاورة، وتبقى المساهمة. أما النسخ التي سُلِّمت والنسخ الاحتياطية السابقة فما زالت تحمله.
attached-erased = مُحي { $name }.
attached-enlarge = تكبير { $name }
attached-unreadable = لا يمكن عرض هذه الصورة. احفظ نسخة لفتحها في مكان آخر.
# In the history, in the place of the name of an erased file
attached-gone = ملف زال اسمه معه

# What was changed on both sides, and how it is settled
conflicts-title = عُدِّل من جهتين
conflicts-go = حسم ما عُدِّل من جهتين
conflicts-count = { $count ->
    [0] { "" }
    [one] تعارض واحد للحسم
   *[other] { $count } تعارضات للحسم
}
conflicts-none = لم يبق ما يُحسم.
conflicts-none-how = إذا عدّل حاسوبان الشيء نفسه دون علم أحدهما بالآخر بقيت الصيغتان وانتظرتا هنا.
conflicts-leave = إلى المساهمات
conflict-previous = السابق
conflict-next = التالي
conflict-place = { $at } من { $count }
conflict-version = الصيغة { $number }
conflict-keep = إبقاء هذه
conflict-before = وكانت قبل ذلك
conflict-written = ما يوضع مكانها ({ $field })
conflict-put = وضع هذا مكانها
conflict-put-not = لا، دعها
conflict-write = كتابة صيغة أخرى
conflict-split = { $count ->
    [2] جعلها مساهمتين
   *[other] جعلها { $count } مساهمات
}
conflict-settled = { $reference }: حُسم الأمر في { $field }.
conflict-nameless = هذا العنصر
conflict-parted = { $count ->
    [one] قُسمت { $reference }: الصيغة الأخرى هي { $others }.
   *[other] قُسمت { $reference }: الصيغ الأخرى هي { $others }.
}
conflict-settle = احسمه

pairs-title = دُوِّنت مرتين
pairs-go = عرض ما دُوِّن مرتين
pairs-what = حين يدوّن شخصان الكلام نفسه تبقى الصياغتان وتُحسبان مرة واحدة.
pairs-which = الأزواج المعروضة
pairs-open = للبتّ فيها
pairs-accepted = واحدة
pairs-refused = اثنتان
pairs-none = لا شيء ينتظر البتّ.
pairs-none-accepted = لم يُقل عن أي زوج بعد إنه واحد.
pairs-none-refused = لم يُقل عن أي زوج بعد إنه اثنان.
pairs-none-how = يُقترح هنا ما دوّنه حاسوبان في الجولة نفسها بفارق دقائق وكان متشابهًا. لا يُجمع شيء من تلقاء نفسه.
pair-here = هذا الحاسوب
pair-laptop = الحاسوب { $series }
pair-no-speaker = بلا متحدث ولا مجموعة
pair-no-round = بلا جولة
pair-minutes = { $count ->
    [0] في غضون دقيقة
    [one] بفارق دقيقة واحدة
    [two] بفارق دقيقتين
    [few] بفارق { NUMBER($count) } دقائق
    [many] بفارق { NUMBER($count) } دقيقة
   *[other] بفارق { NUMBER($count) } دقيقة
}
pair-contested = قال حاسوب إنهما واحدة وقال آخر إنهما اثنتان. تُحسبان اثنتين إلى أن تبتّ في ذلك.
pair-with = { $count ->
    [one] { $others } واحدة معهما أيضًا.
   *[other] { $others } واحدة معهما أيضًا.
}
pair-leaves = إن فصلتهما خرجت { $reference } من بين الباقيات.
pair-accept = هما واحدة
pair-refuse = هما اثنتان
pair-part = افصلهما
pair-counts-once = تُحسبان مرة واحدة.
pair-counts-twice = تُحسبان اثنتين.
pair-accepted = تُحسب { $one } و{ $other } من الآن مرة واحدة.
pair-refused = { $one } و{ $other } اثنتان، ولن تُقترحا بعد الآن.
pair-parted = عادت { $one } و{ $other } اثنتين.
row-double = دُوِّنت مرتين
detail-double = { $count ->
    [one] دُوِّنت أيضًا باسم { $others }، وتُحسبان معًا مرة واحدة.
   *[other] دُوِّنت أيضًا باسم { $others }، وتُحسب معًا مرة واحدة.
}
detail-double-see = عرض الصياغتين
contributions-notes = { $count ->
    [0] بلا تدوينات
    [one] في تدوينة واحدة
    [two] في تدوينتين
    [few] في { NUMBER($count) } تدوينات
    [many] في { NUMBER($count) } تدوينة
   *[other] في { NUMBER($count) } تدوينة
}
many-pair = هما واحدة
field-doubles = ما هي واحدة معه
field-apart = ما ليست واحدة معه

withdraw-name = المتحدث يسحب كلامه
withdraw-open = المتحدث ينسحب…
withdraw-title = المتحدث في { $reference } يسحب كلامه
withdraw-speaker = هذا المتحدث
withdraw-what = ما يُسحب
withdraw-this = هذه المساهمة، { $reference }
withdraw-all = { $count ->
    [one] كل ما قاله { $who }: مساهمة واحدة
    [two] كل ما قاله { $who }: مساهمتان
    [few] كل ما قاله { $who }: { NUMBER($count) } مساهمات
    [many] كل ما قاله { $who }: { NUMBER($count) } مساهمة
   *[other] كل ما قاله { $who }: { NUMBER($count) } مساهمة
}
withdraw-all-noted = { $count ->
    [one] ما دوّنتموه من كل ما قاله { $who }: مساهمة واحدة
   *[other] ما دوّنتموه من كل ما قاله { $who }: { NUMBER($count) } مساهمة
}
withdraw-name-too = – مع اسمه وبيانات الاتصال به
withdraw-permission = إذن فقط، ويبقى الكلام
withdraw-which = أي إذن
withdraw-of-all = { $count ->
    [one] لكل ما قاله { $who }
   *[other] لكل ما قاله { $who }: { NUMBER($count) } مساهمة
}
withdraw-happens = ما الذي يحدث عندئذ
withdraw-cannot = لا يمكن التراجع عن ذلك.
withdraw-everywhere = يُمحى الكلام وترجماته والملفات المرفقة هنا فورًا، وعلى كل حاسوب آخر عند التسليم التالي.
withdraw-sticks = ملفات التسليم والنسخ الاحتياطية التي أُنشئت من قبل ما زالت تحتويه، ولا يمكن استردادها.
withdraw-doubles = { $count ->
    [one] { $others } تدوّن الكلام نفسه وتذهب معها.
   *[other] { $others } تدوّن الكلام نفسه وتذهب معها.
}
withdraw-doubles-permission = { $count ->
    [one] { $others } تدوّن الكلام نفسه: يُسحب الإذن هناك أيضًا.
   *[other] { $others } تدوّن الكلام نفسه: يُسحب الإذن هناك أيضًا.
}
withdraw-left = { $count ->
    [one] { $others } تتبعها أيضًا وتبقى لأن شخصًا آخر دوّنها: اطلبوا من أحد المنظِّمين سحبها.
   *[other] { $others } تتبعها أيضًا وتبقى لأن آخرين دوّنوها: اطلبوا من أحد المنظِّمين سحبها.
}
withdraw-left-permission = { $count ->
    [one] { $others } تتبعها أيضًا ويبقى إذنها كما كان لأن شخصًا آخر دوّنها: اطلبوا من أحد المنظِّمين سحب الإذن هناك.
   *[other] { $others } تتبعها أيضًا ويبقى إذنها كما كان لأن آخرين دوّنوها: اطلبوا من أحد المنظِّمين سحب الإذن هناك.
}
withdraw-beyond = { $count ->
    [one] واحدة منها تُخفى فورًا ولا تُمحى إلا حين يؤكد منظِّم آخر ذلك: فقد محا هذا الحاسوب أقصى ما يجوز لواحد.
   *[other] { NUMBER($count) } منها تُخفى فورًا ولا تُمحى إلا حين يؤكد منظِّم آخر ذلك: فقد محا هذا الحاسوب أقصى ما يجوز لواحد.
}
withdraw-rests-nothing = لا تستند إليها فقرة من أي موجز.
withdraw-rests = { $count ->
    [one] تستند إليها فقرة واحدة، وستُعلَّم هناك:
    [two] تستند إليها فقرتان، وستُعلَّمان هناك:
   *[other] تستند إليها { NUMBER($count) } فقرات، وستُعلَّم هناك:
}
withdraw-rests-permission = { $count ->
    [one] تستند إليها فقرة واحدة، ويقول فحص الإصدار ما الذي يجوز أن يخرج منها:
    [two] تستند إليها فقرتان، ويقول فحص الإصدار ما الذي يجوز أن يخرج منهما:
   *[other] تستند إليها { NUMBER($count) } فقرات، ويقول فحص الإصدار ما الذي يجوز أن يخرج منها:
}
withdraw-paragraphs = { $count ->
    [one] الفقرة { $numbers }
   *[other] الفقرات { $numbers }
}
withdraw-permission-happens = الجواب من الآن لا، وعلى كل حاسوب عند التسليم التالي.
withdraw-permission-kept = لا يعيده أي تراجع: المتحدث وحده يأذن من جديد.
withdraw-not = عدم تغيير شيء
withdraw-do = { $count ->
    [one] سحبها نهائيًا
    [two] سحب اثنتين نهائيًا
   *[other] سحب { NUMBER($count) } نهائيًا
}
withdraw-do-permission = سحب الإذن
withdraw-done = { $count ->
    [0] سُحبت.
    [one] سُحبت: مُحيت مساهمة واحدة نهائيًا.
    [two] سُحبت: مُحيت مساهمتان نهائيًا.
    [few] سُحبت: مُحيت { NUMBER($count) } مساهمات نهائيًا.
    [many] سُحبت: مُحيت { NUMBER($count) } مساهمة نهائيًا.
   *[other] سُحبت: مُحيت { NUMBER($count) } مساهمة نهائيًا.
}
withdraw-waits = { $count ->
    [one] وواحدة أخرى مخفية إلى أن يؤكد منظِّم آخر ذلك.
   *[other] و{ NUMBER($count) } أخرى مخفية إلى أن يؤكد منظِّم آخر ذلك.
}
withdraw-done-permission = { $count ->
    [0] كان هذا الإذن مرفوضًا من قبل.
    [one] سُحب الإذن.
   *[other] سُحب الإذن عن { NUMBER($count) } مساهمات.
}
