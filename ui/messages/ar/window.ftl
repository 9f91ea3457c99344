# النافذة نفسها: الفتح والقفل والمظهر.

app-name = Anteroom

unlock-lead = المشاورة مجلد واحد على هذا الحاسوب، وكل ما فيه مشفّر.
unlock-passphrase = عبارة المرور
unlock-show = إظهار
unlock-hide = إخفاء
unlock-do = فتح القفل
unlock-working = جارٍ فتح القفل…
unlock-choose = اختيار مجلد…
unlock-lost = لا أحد يستطيع استرجاع عبارة مرور ضائعة: احفظ ورقة الاسترداد مطبوعة.
unlock-caps = مفتاح Caps Lock مفعّل.
unlock-empty = اكتب عبارة المرور أولًا.

error-locked = المشاورة مقفلة. لم يتغير شيء.
error-nothing-chosen = اختر مجلد مشاورة أولًا.
error-no-dialog = تعذّر فتح نافذة النظام لاختيار مجلد.
error-cannot-keep-look = يسري هذا حتى إغلاق النافذة: تعذّر حفظه للمرة القادمة.
error-wrong-passphrase = عبارة المرور هذه لا تفتح المشاورة. كل شيء كما كان، ويمكنك المحاولة من جديد فورًا.
error-not-there = لم يعد هناك شيء في هذا المكان. هل نُقل المجلد، أو سُحب قرص؟
error-not-a-consultation = هذا المجلد ليس مشاورة من Anteroom. لم يتغير فيه شيء: اختر مجلدًا ينتهي اسمه بـ “.anteroom”.
error-keys-missing = الملف «keys» مفقود من هذا المجلد، ولا يمكن قراءة شيء من دونه. لم يتغيّر شيء: استعده من نسخة احتياطية.
error-keys-damaged = الملف «keys» في هذا المجلد تالف، ولا يمكن قراءة شيء من دونه. لم يتغيّر شيء: استعده من نسخة احتياطية.
error-keys-of-another = الملفان «keys» و«contents.db» يعودان إلى مشاورتين مختلفتين. لم يتغيّر شيء: استعدهما معًا من نسخة احتياطية واحدة.
error-contents-missing = الملف «contents.db» مفقود من هذا المجلد. لم يتغيّر شيء: استعد المجلد من نسخة احتياطية.
error-contents-cut = الملف «contents.db» في هذا المجلد مبتور، كما يحدث حين تتوقّف عملية نسخ في منتصفها. لم يتغيّر شيء: استعد المجلد من نسخة احتياطية، واحتفظ بهذا إلى أن يتمّ ذلك.
error-contents-damaged = الملف «contents.db» في هذا المجلد تالف. لم يتغيّر شيء: استعد المجلد من نسخة احتياطية، واحتفظ بهذا إلى أن يتمّ ذلك.
error-newer = كُتبت هذه المشاورة بإصدار أحدث من Anteroom. لم يتغيّر شيء: حدّث هذا الإصدار أولًا.
error-not-closed = لم يُغلق هذا المجلد في المرة الأخيرة. لم يتغيّر شيء: افتحه كما هو وأغلقه، وعندئذ يمكن الاستعادة منه.
error-open-elsewhere = هذه المشاورة مفتوحة في مكان آخر: في نافذة أخرى أو في برنامج آخر. أغلقها هناك أولًا.
error-disk-full = القرص ممتلئ. كل ما سُجّل من قبل محفوظ. أفسح مكانًا ثم أعد المحاولة.
error-read-only = لا يمكن الكتابة في هذا المجلد. لم يتغيّر شيء: انسخه إلى مكان تمكن الكتابة فيه، أو غيّر أذوناته.
error-disk = لا يستجيب القرص كما ينبغي. كل ما دُوِّن من قبل موجود: انسخ المجلد إلى قرص آخر.
error-not-allowed = دورك في هذه المشاورة لا يسمح بذلك. لم يتغيّر شيء: اسأل أحد المنظّمين.
error-gone = لم تعد هذه المساهمة موجودة.
error-unexpected = حدث شيء ليس لدى هذه النافذة كلمات له. لم يتغير شيء. وهذا ما قيل: { $message }

nav-label = الرئيسية
nav-contributions = المساهمات
nav-lock = قفل

illustration-sample = مثال توضيحي
illustration-sample-explained = لم يقل أحد هذا الكلام: هذه المشاورة مختلَقة.
illustration-practice = تمرين
illustration-practice-explained = هذه المشاورة للتمرين.

look-theme = السطوع
look-theme-system = كما في النظام
look-theme-light = فاتح
look-theme-dark = داكن
look-size = حجم النص
look-size-small = صغير
look-size-normal = عادي
look-size-large = كبير
look-size-largest = كبير جدًا
look-language = اللغة
look-language-system = كما في النظام

key-ctrl = Ctrl
key-alt = Alt
key-enter = Enter
key-escape = Esc
key-space = مسافة
key-digit = 1 … 9

palette-title = كل الإجراءات
palette-label = ماذا تريد أن تفعل؟
palette-none = لا يوجد هنا إجراء بهذه الكلمات.
palette-go = الانتقال إلى { $place }

settings-title = الإعدادات

dialog-close = إغلاق
notice-close = إغلاق هذا السطر
undo-do = تراجع
redo-do = إعادة
undo-name = تراجع: { $deed }
redo-name = إعادة: { $deed }
undo-done = تم التراجع عن: { $deed }.
undo-parked = المسودة مرجأة من جديد.
undo-elsewhere = ليس ذلك في هذه الشاشة، بل في { $place }.
undo-under-way = جارٍ التراجع…
redo-under-way = جارٍ الإعادة…
redo-done = أُعيد: { $deed }.
deed = { $deed ->
    [record] { $records ->
        [one] تسجيل مساهمة
       *[other] تسجيل مساهمات (العدد: { $records })
    }
    [tag] { $records ->
        [one] وسم مساهمة
       *[other] وسم مساهمات (العدد: { $records })
    }
    [import] { $records ->
        [one] استيراد مساهمة
       *[other] استيراد مساهمات (العدد: { $records })
    }
    [edit] { $records ->
        [one] تعديل مساهمة
       *[other] تعديل مساهمات (العدد: { $records })
    }
    [permission] { $records ->
        [one] تغيير إذن
       *[other] تغيير أذون مساهمات (العدد: { $records })
    }
    [attach] { $records ->
        [one] إرفاق ملف
       *[other] إرفاق { $records } من الملفات
    }
    [brief] الكتابة في موجز
    [structure] تعديل البرنامج
    [presence] تدوين الحضور
    [settle] حسم ما عُدِّل من جهتين
    [consolidate] جمع تدوينات أو فصلها
    [material] تعديل المكتبة
   *[other] الإجراء الأخير
}
