# الإعدادات.

settings-lock-after = القفل إذا لم يلمس أحد النافذة منذ
settings-minutes = { $count ->
    [one] دقيقة واحدة
    [few] { $count } دقائق
   *[other] { $count } دقيقة
}
settings-seconds = { $count ->
    [0] أبدًا
    [one] ثانية واحدة
    [two] ثانيتان
    [few] { $count } ثوانٍ
   *[other] { $count } ثانية
}
settings-backups = النسخ الاحتياطية
settings-backups-explained = كلما أُغلقت مشاورة كُتبت نسخة من مجلدها هناك، مشفّرة كما هي، ثم قُرئت للتحقق منها. تُحفظ السبع الأخيرة؛ وبعد محو شيء تُحفظ الأحدث وحدها، لأن الأقدم ما زالت تحوي الكلمات.
settings-backups-choose = اختيار مكان…
settings-backups-other = مكان آخر…
settings-backups-none = لا مزيد من النسخ
settings-guards = ما يفتح هذه المشاورة
settings-pin-explained = عبارة المرور وورقة الاسترداد. ويمكن لرمز PIN أن يفتحها على هذا الحاسوب مع حافظة مفاتيحه.
settings-pin-is = عبارة المرور وورقة الاسترداد، ورمز PIN على هذا الحاسوب.
settings-pin-new = رمز PIN الجديد، أربع علامات على الأقل
settings-pin-set = تعيين رمز PIN
settings-pin-forget = نسيان رمز PIN

settings-keys = المفاتيح
keys-find = ابحث عن إجراء
keys-none-found = لا إجراء بهذه الكلمات.
keys-change = تغيير
keys-change-named = تغيير مفتاح: { $action }
keys-press = اضغط المفاتيح الجديدة…
keys-press-how = زر الهروب (Esc) يُبقيه كما هو.
keys-none = لا مفتاح
keys-fixed = ثابت
keys-as-it-came = كما كان أصلاً
keys-as-it-came-named = كما كان أصلاً: { $action }
keys-all-as-they-came = كلها كما كانت أصلاً
keys-are-as-they-came = كل المفاتيح كما كانت أصلاً.
keys-now = { $action }: صار المفتاح { $keys }.
keys-held = { $keys } هو مفتاح «{ $action }» ({ $where }). إن أُخذ منه بقي ذلك الإجراء بلا مفتاح.
keys-held-fast = { $keys } هو دائماً «{ $action }» ({ $where }). اختر مفاتيح أخرى.
keys-take-over = خذه
keys-leave = أبقِه كما هو
keys-taken = { $keys } للنظام أو لحقول النص: للخروج أو الإغلاق أو الحذف أو التنقل أو اللصق. اختر مفاتيح أخرى.
keys-bare = { $keys } وحده يُكتب في النص. اضغط معه Ctrl أو Alt، أو اختر من F2 إلى F9.
keys-unknown = { $keys } ليس على كل لوحة مفاتيح. اختر حرفاً أو رقماً مع Ctrl، أو رقماً مع Alt، أو من F2 إلى F9.
keys-everywhere = في كل مكان
keys-tidy = ما ينقص جولةً أُغلقت
keys-brief = موجز
keys-dialog = في مربع حوار
keys-dialog-do = تنفيذ ما فُتح المربع لأجله
keys-kind = النوع { $number }
keys-line-break = سطر جديد
keys-next-suggestion = إلى الاقتراح التالي
keys-resume = استئناف آخر مسودة أُرجئت
keys-goes-on = الشخص نفسه يتابع الكتابة
keys-screen = شاشة القاعة: إظهار أو إخفاء
keys-tidy-leave = تركها كما هي
keys-tidy-suggested = أخذ المعروض تحت هذا الرقم
keys-conflict-digit = فعل المعروض تحت هذا الرقم
keys-tidy-ended = كتابة وقت انتهاء المداخلة
keys-tidy-done = انتهيت مما كان ناقصاً
keys-open = فتح المساهمة
keys-close-opened = إغلاق المساهمة
keys-select = تحديد المساهمة أو إلغاء تحديدها
keys-select-stretch = التحديد حتى التالية
keys-select-all = تحديد كل ما في القائمة
keys-import-record = استيراد الجدول
keys-who-number = من قال ذلك؟ برقم الفقرة
keys-brief-split = المتابعة في فقرة جديدة
keys-release-mend = تنفيذ أول إصلاح
keys-release-mend-number = تنفيذ الإصلاح ذي هذا الرقم
keys-release-go = الذهاب إلى الفقرة
keys-plan-add = إضافة عنصر تحته
check-title = التحقق من هذه المشاورة
check-explained = تُفحص كل صفحة وكل توقيع وكل كلمة: هل كل شيء كما وُقِّع، وهل ما تعرضه النافذة هو ما وُقِّع. لا يتغيّر شيء.
check-working = جارٍ التحقق…
check-well = كل شيء كما وُقِّع: { $commits ->
    [one] قيد واحد
    [two] قيدان
    [few] { NUMBER($commits) } قيود
    [many] { NUMBER($commits) } قيدًا
   *[other] { NUMBER($commits) } قيد
}، { $contributions ->
    [0] لا مساهمات
    [one] مساهمة واحدة
    [two] مساهمتان
    [few] { NUMBER($contributions) } مساهمات
   *[other] { NUMBER($contributions) } مساهمة
}.
check-mendable = { $count ->
    [one] ما فعله الناس كما وقّعوه، لكن ما يُعرض منه ليس كذلك، في أمر واحد. لم يضِع شيء.
    [two] ما فعله الناس كما وقّعوه، لكن ما يُعرض منه ليس كذلك، في أمرين. لم يضِع شيء.
    [few] ما فعله الناس كما وقّعوه، لكن ما يُعرض منه ليس كذلك، في { NUMBER($count) } أمور. لم يضِع شيء.
   *[other] ما فعله الناس كما وقّعوه، لكن ما يُعرض منه ليس كذلك، في { NUMBER($count) } أمرًا. لم يضِع شيء.
} تُصلحه قراءة السجل من جديد.
check-wrong = { $count ->
    [one] أمر واحد ليس كما وُقِّع.
    [two] أمران ليسا كما وُقِّعا.
    [few] { NUMBER($count) } أمور ليست كما وُقِّعت.
   *[other] { NUMBER($count) } أمرًا ليست كما وُقِّعت.
} لم يتغيّر شيء، وما تمكن قراءته ما زال يُقرأ. لا تسجّل هنا شيئًا آخر: استعد المجلد من نسخة احتياطية، واحتفظ بهذا إلى أن يتمّ ذلك.
check-details = ما عُثر عليه، لمن يُصلحه
check-again = التحقق من جديد
check-rebuild = القراءة من جديد
check-rebuilding = جارٍ القراءة من جديد…
